package dev.muster.contacts;

import java.util.Locale;

/** What a column of a file is for. */
public enum ColumnMeaning {
    NAME,
    PHONE,
    WHATSAPP,
    LABELS,
    /** A contact field of the column's own name. */
    FIELD,
    /** Not imported. */
    IGNORE;

    /** As the first row and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
