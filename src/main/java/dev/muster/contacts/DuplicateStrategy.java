package dev.muster.contacts;

import dev.muster.model.Dialect;
import java.util.Locale;

/**
 * What SeaX does with a row whose number is in the workspace already. {@code mark}, {@code skip} and {@code update} are in
 * the API document (section 6); {@code mark}, {@code merge} and {@code replace} in the vendor's OpenAPI document.
 */
public enum DuplicateStrategy {
    /** Adds a second contact and labels it {@code duplicate}. */
    MARK(true, true, true, false),
    /** Leaves the contact as it is. */
    SKIP(true, false, false, false),
    /** Changes the contact; whether its other labels stay is not documented, so they are taken to be lost. */
    UPDATE(true, false, false, true),
    /** Adds the row's values to the contact. */
    MERGE(false, true, false, false),
    /** Puts the row in the place of the contact, labels included. */
    REPLACE(false, true, false, true);

    private final boolean inTutorial;
    private final boolean inOpenApi;
    private final boolean secondContact;
    private final boolean mayDropLabels;

    DuplicateStrategy(boolean inTutorial, boolean inOpenApi, boolean secondContact, boolean mayDropLabels) {
        this.inTutorial = inTutorial;
        this.inOpenApi = inOpenApi;
        this.secondContact = secondContact;
        this.mayDropLabels = mayDropLabels;
    }

    public boolean isKnownTo(Dialect dialect) {
        return dialect == Dialect.OPENAPI ? inOpenApi : inTutorial;
    }

    /** Whether a known person gets a second contact, which carries none of the first one's labels. */
    public boolean makesSecondContact() {
        return secondContact;
    }

    /** Whether a known person may lose labels that the row does not name. */
    public boolean mayDropLabels() {
        return mayDropLabels;
    }

    /** Whether a known person's contact gets what the row names; a second contact protects nobody who has the first. */
    public boolean changesContact() {
        return this != SKIP && this != MARK;
    }

    /** What changes the contact instead, in each API. */
    String alternative() {
        return inTutorial && !inOpenApi ? "update" : "update (with the openapi dialect merge)";
    }

    /** As SeaX and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
