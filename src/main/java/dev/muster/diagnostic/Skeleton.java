package dev.muster.diagnostic;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is left of a name when case, compatibility forms, joints between words, what cannot be seen and the script of its
 * letters are taken away (compare Unicode Technical Standard 39, skeletons). Two names with one skeleton look alike.
 */
public final class Skeleton {
    private static final String LOOK_LIKE_LATIN = "авекмнорстухіјѕԁһԛԝαβεικνορτυχ";
    private static final String LATIN = "abekmhopctyxijsdhqwabeikvoptux";

    private Skeleton() {}

    public static String of(String name) {
        var skeleton = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !isJoint(c) && !Characters.isUnsafe(c))
                .map(c -> LOOK_LIKE_LATIN.indexOf(c) < 0 ? c : LATIN.charAt(LOOK_LIKE_LATIN.indexOf(c)))
                .forEach(skeleton::appendCodePoint);
        return skeleton.toString();
    }

    /** Blanks, dashes, dots and underscores of all scripts. */
    private static boolean isJoint(int c) {
        return Character.isSpaceChar(c)
                || c == '.'
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.CONNECTOR_PUNCTUATION;
    }
}
