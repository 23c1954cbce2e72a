package dev.muster.contacts;

import dev.muster.diagnostic.Skeleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labels that a reader would take for one another: another case, other joints, other scripts, one or many. A twin of a
 * label that keeps people from being messaged keeps nobody, so a new one is judged more strictly against those.
 */
final class LabelTwins {
    private static final int LONG = 6;
    private static final int STEM = 8;

    private final Map<String, String> known;
    private final Map<String, String> suppression;
    private final Map<String, String> made = new HashMap<>();

    LabelTwins(Collection<String> known, Collection<String> suppression) {
        this.known = byKey(known);
        this.suppression = byKey(suppression);
    }

    private static Map<String, String> byKey(Collection<String> names) {
        var byKey = new TreeMap<String, String>();
        new TreeSet<>(names).forEach(name -> byKey.putIfAbsent(key(name), name));
        return byKey;
    }

    /** The suppression label that this one is, or looks like. */
    Optional<String> suppression(String label) {
        return Optional.ofNullable(suppression.get(key(label)));
    }

    /** The suppression label that a new label could be meant for. */
    Optional<String> nearSuppression(String label) {
        return suppression(label)
                .or(() -> suppression.keySet().stream()
                        .filter(name -> isNear(key(label), name))
                        .map(suppression::get)
                        .findFirst());
    }

    /** The label of the workspace that this one is, or looks like. */
    Optional<String> known(String label) {
        return Optional.ofNullable(known.get(key(label)));
    }

    /** The new label of this file that looks like this one; the first of its kind is remembered. */
    Optional<String> made(String label) {
        return Optional.ofNullable(made.putIfAbsent(key(label), label)).filter(name -> !name.equals(label));
    }

    private static boolean isNear(String label, String name) {
        return (name.length() >= LONG && ColumnWords.isTypo(label, name))
                || (name.length() >= STEM && label.startsWith(name.substring(0, name.length() - 2)));
    }

    /** One or many of a thing have one key. */
    private static String key(String label) {
        var skeleton = Skeleton.of(label);
        return skeleton.length() > 3 && skeleton.endsWith("s")
                ? skeleton.substring(0, skeleton.length() - 1)
                : skeleton;
    }
}
