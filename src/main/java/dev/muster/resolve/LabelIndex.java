package dev.muster.resolve;

import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The labels of a workspace by name. A name stands for an id only when exactly one label has exactly that name and no other
 * could be mistaken for it; everything else is an error, because a wrong exclusion messages the wrong people.
 */
public final class LabelIndex {
    private final Map<String, List<Label>> byName;
    private final Map<String, List<Label>> byLook;
    private final Map<LabelId, Label> byId;
    private final boolean listed;

    /** {@code listed} says whether these are all labels of the workspace, or those that the project file names. */
    public LabelIndex(Collection<Label> labels, boolean listed) {
        this.listed = listed;
        byName = labels.stream()
                .collect(Collectors.groupingBy(label -> nfc(label.name().value())));
        byLook = labels.stream()
                .collect(Collectors.groupingBy(label -> look(label.name().value())));
        byId = labels.stream().collect(Collectors.toMap(Label::id, label -> label, (one, same) -> one));
    }

    /** The id for a name, or the error that says why there is none. */
    public Checked<LabelId> id(LabelName name, Place place) {
        var exact = byName.getOrDefault(nfc(name.value()), List.of());
        var alike = byLook.getOrDefault(look(name.value()), List.of());
        if (exact.isEmpty()) {
            return Checked.failed(List.of(unknown(name, alike, place)));
        }
        if (alike.size() > 1) {
            return Checked.failed(List.of(ambiguous(name, alike, place)));
        }
        return Checked.of(exact.get(0).id(), List.of());
    }

    /** The label of exactly this name, where there is one. */
    public Optional<Label> named(LabelName name) {
        return byName.getOrDefault(nfc(name.value()), List.of()).stream().findFirst();
    }

    /** The label of an id that came from this book. */
    public String name(LabelId id) {
        var label = byId.get(id);
        return label == null ? id.value() : label.name().value();
    }

    /** Whether the workspace still has the label, as far as this book tells. */
    public boolean has(LabelId id) {
        return byId.containsKey(id);
    }

    /** Whether a label says something of the person, as nearly all do; SeaX's own "duplicate" marks a second row. */
    public boolean isAboutPeople(LabelId id) {
        var label = byId.get(id);
        return label == null || !(label.system() && label.name().value().equals("duplicate"));
    }

    /** Whether a label is one that SeaX keeps itself. */
    public boolean isSystem(LabelId id) {
        var label = byId.get(id);
        return label != null && label.system();
    }

    private Diagnostic unknown(LabelName name, List<Label> alike, Place place) {
        if (!listed) {
            var unlisted = "this API cannot list labels, so the id of \"" + name + "\" is not known";
            return CampaignRule.LABEL_UNKNOWN.at(place, unlisted, "write it under `labels` of the workspace");
        }
        var message = "the workspace has no label \"" + name + "\"";
        var help = alike.isEmpty()
                ? "create it in SeaX or correct the name; `muster labels` lists them all"
                : "it has \"" + alike.get(0).name() + "\", which is spelt differently";
        return CampaignRule.LABEL_UNKNOWN.at(place, message, help);
    }

    private static Diagnostic ambiguous(LabelName name, List<Label> alike, Place place) {
        var ids = alike.stream().map(label -> label.id().value()).sorted().collect(Collectors.joining(", "));
        var message = "\"" + name + "\" could be any of " + alike.size() + " labels that look the same: " + ids;
        return CampaignRule.LABEL_AMBIGUOUS.at(place, message);
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /**
     * What a reader sees: compatibility forms, case and the Cyrillic and Greek letters that look Latin are folded, and what
     * cannot be seen is left out.
     */
    private static String look(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var seen = new StringBuilder();
        folded.codePoints().filter(c -> !Characters.isUnsafe(c)).forEach(seen::appendCodePoint);
        var latin = new StringBuilder();
        seen.toString()
                .strip()
                .chars()
                .forEach(letter -> latin.append(
                        (char) LOOKALIKES.getOrDefault(letter, letter).intValue()));
        return latin.toString();
    }

    private static final Map<Integer, Integer> LOOKALIKES = lookalikes();

    private static Map<Integer, Integer> lookalikes() {
        // upper-case letters only: Cyrillic АВЕЅІЈКМНОРСТУХ, then Greek ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ
        var foreign = "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
                + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
        var latin = "ABESIJKMHOPCTYX" + "ABEZHIKMNOPTYX";
        var pairs = new HashMap<Integer, Integer>();
        for (int i = 0; i < latin.length(); i++) {
            pairs.put((int) foreign.charAt(i), (int) latin.charAt(i));
        }
        return Map.copyOf(pairs);
    }
}
