package dev.muster.diagnostic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text that Java decoded from bytes of the system before Muster saw it: arguments, variables, names of files. What could not
 * be decoded holds U+FFFD or half of a surrogate pair. Such text is never used: it is not what somebody wrote.
 */
public final class DecodedText {
    /** What stands in a text for a character that a program could not read. */
    public static final char LOST = '\uFFFD';

    /** What to do about it. */
    public static final String HELP = "Write it in UTF-8, and use a UTF-8 locale, such as LC_ALL=C.UTF-8.";

    private DecodedText() {}

    /**
     * Whether Java reads arguments and names of files as UTF-8. The locale decides at the start; on Linux, C and POSIX mean
     * ASCII, and setting the property changes nothing (JEP 400; java_props_md.c of the JDK).
     */
    public static boolean isUtf8() {
        return isUtf8(System.getProperty("sun.jnu.encoding", ""));
    }

    private static boolean isUtf8(String encoding) {
        return Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    }

    /** Whether variables of the environment are read as UTF-8: until Java 17 the default charset counts as well. */
    public static boolean isEnvironmentUtf8() {
        return isUtf8() && Charset.defaultCharset().equals(StandardCharsets.UTF_8);
    }

    /** The text; whatever is not ASCII is marked as lost where it was not read as UTF-8: it may be other letters by now. */
    public static String marked(String text, boolean utf8) {
        return utf8 ? text : text.replaceAll("\\P{ASCII}", String.valueOf(LOST));
    }

    /** Whether something in it could not be decoded. */
    public static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c == LOST || Character.getType(c) == Character.SURROGATE);
    }
}
