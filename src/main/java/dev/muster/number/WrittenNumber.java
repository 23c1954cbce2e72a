package dev.muster.number;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was written, in plain ASCII and without what only surrounds it: blanks and digits of all scripts,
 * invisible characters, quotes of spreadsheets, addresses such as {@code tel:} and {@code wa.me/}, suffixes of WhatsApp's
 * own ids, an extension. {@code hasCountry} where such an address promises that the country's code is there.
 */
record WrittenNumber(String text, boolean hasCountry, boolean hasExtension) {
    private static final Pattern FORMULA = Pattern.compile("^= ?\"(.*)\"$");
    private static final Pattern QUOTES = Pattern.compile("^[\"' ]+|[\"' ]+$");

    /** RFC 3966 for tel, and what WhatsApp's own links look like: faq.whatsapp.com/5913398998672934, read 2026-11-30. */
    private static final Pattern LINK = Pattern.compile(
            "^(?:https?://)?(?:www\\.)?(?:wa\\.me/|(?:api|web)\\.whatsapp\\.com/send/?\\?phone=|whatsapp://send/?\\?phone=)");

    private static final Pattern WHATSAPP = Pattern.compile("^(?:whatsapp|wa) ?: ?(?://)?");
    /** {@code p:} stands before numbers in Meta's files of lead ads. */
    private static final Pattern SCHEME =
            Pattern.compile("^(?:tel|sms|smsto|callto|phone|mobile|cell|mob|p)\\.? ?: ?(?://)?");

    private static final Pattern WHATSAPP_ID =
            Pattern.compile("^\\+?([0-9]+)(?:[.:_][0-9:]+)?@(?:c\\.us|s\\.whatsapp\\.net)$");
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=(\\+[0-9-]+)");
    private static final Pattern EXTENSION = Pattern.compile(
            "[ ,;]*(?:;ext=|(?<![a-z])(?:ext|extn|extension|x|ramal|anexo|int)[ .:]*|#)[ ]*[0-9]{1,7}$");
    private static final Pattern PARAMETERS = Pattern.compile("[?&;][a-z][a-z-]*(?:=.*)?$");

    static WrittenNumber of(String written) {
        var bare = unquoted(ascii(written).toLowerCase(Locale.ROOT));
        var link = LINK.matcher(bare);
        if (link.find()) {
            return of(withoutParameters(bare.substring(link.end())), true);
        }
        var whatsapp = WHATSAPP.matcher(bare);
        if (whatsapp.find()) {
            return of(withoutParameters(bare.substring(whatsapp.end())), true);
        }
        var id = WHATSAPP_ID.matcher(bare);
        return id.find() ? of(id.group(1), true) : of(address(bare), false);
    }

    private static WrittenNumber of(String text, boolean hasCountry) {
        var extension = EXTENSION.matcher(text);
        return extension.find()
                ? new WrittenNumber(text.substring(0, extension.start()).strip(), hasCountry, true)
                : new WrittenNumber(text.strip(), hasCountry, false);
    }

    private static String address(String bare) {
        var scheme = SCHEME.matcher(bare);
        if (!scheme.find()) {
            return bare;
        }
        var rest = bare.substring(scheme.end());
        var context = CONTEXT.matcher(rest);
        return context.find() ? context.group(1) + " " + withoutParameters(rest) : withoutParameters(rest);
    }

    /** An extension is a parameter that is left for whoever looks for one. */
    private static String withoutParameters(String rest) {
        var extension = Optional.of(Pattern.compile(";ext=[0-9]+").matcher(rest))
                .filter(Matcher::find)
                .map(Matcher::group)
                .orElse("");
        return PARAMETERS
                        .matcher(rest.replace("%2b", "+").replace("%20", " ").replace(extension, ""))
                        .replaceFirst("")
                + extension;
    }

    private static String unquoted(String text) {
        var formula = FORMULA.matcher(text.strip());
        return QUOTES.matcher(formula.matches() ? formula.group(1) : text).replaceAll("");
    }

    private static String ascii(String written) {
        var plain = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC).codePoints().forEach(point -> ascii(point, plain));
        return plain.toString();
    }

    private static void ascii(int point, StringBuilder plain) {
        switch (Character.getType(point)) {
            case Character.FORMAT, Character.ENCLOSING_MARK, Character.NON_SPACING_MARK -> {}
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> plain.append(' ');
            case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(point, 10));
            case Character.DASH_PUNCTUATION -> plain.append('-');
            default -> plain.appendCodePoint(sign(point));
        }
    }

    private static int sign(int point) {
        return switch (point) {
            case '\u2795' -> '+'; // a heavy plus
            case '\u2212', '\u30fc' -> '-'; // a minus, and the long-vowel mark that stands for a hyphen in Japanese
            case '\u2018', '\u2019', '\u02bc', '\u00b4', '`' -> '\'';
            case '\u201c', '\u201d', '\u00ab', '\u00bb' -> '"';
            case '\u00b7', '\u2022', '\u30fb' -> '.';
            case '\u2044', '\u2215' -> '/';
            default -> point;
        };
    }
}
