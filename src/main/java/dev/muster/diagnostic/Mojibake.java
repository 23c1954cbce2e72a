package dev.muster.diagnostic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Text in UTF-8 that some program read as Windows-1252 or Latin-1, once or several times: {@code JosÃ©} for {@code José}.
 * Only what hardly any language writes is taken for it: {@code São}, {@code ÂNGELA} and {@code «CAFÉ»} are words.
 */
public final class Mojibake {
    private static final Map<Character, Integer> BYTES = bytes();
    private static final int MOST_TIMES = 3;

    /** What may stand behind a capital at the end of a word, in any language. */
    private static final String ENDINGS =
            "\u2026\u2018\u2019\u201C\u201D\u2013\u2014\u2022\u00A0\u00AB\u00BB\u2039\u203A\u2122";

    private Mojibake() {}

    /** Broken signs in a text: the word that holds them, the signs alone, and what both probably were. */
    public record Found(int start, String word, String meant, String signs, String meantSigns) {}

    /** Some signs that belong together, and the text that their bytes are. */
    private record Run(int start, int end, String meant, int characters) {}

    /** The first word that holds such signs. */
    public static Optional<Found> in(String text) {
        return first(text, 0).map(run -> found(text, run));
    }

    private static Found found(String text, Run run) {
        int start = run.start();
        while (start > 0 && !isBlank(text.charAt(start - 1))) {
            start--;
        }
        int end = run.end();
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        var word = text.substring(start, end);
        var signs = text.substring(run.start(), run.end());
        return new Found(start, word, mended(word), signs, mended(run.meant()));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static String mended(String text) {
        var mended = text;
        for (int i = 0; i < MOST_TIMES; i++) {
            mended = mendedOnce(mended);
        }
        return mended;
    }

    private static String mendedOnce(String text) {
        var mended = new StringBuilder();
        int done = 0;
        for (var run = first(text, 0); run.isPresent(); run = first(text, done)) {
            mended.append(text, done, run.get().start()).append(run.get().meant());
            done = run.get().end();
        }
        return mended.append(text, done, text.length()).toString();
    }

    private static Optional<Run> first(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            var run = run(text, i);
            if (run.characters() > 0 && isUnlikely(text, run)) {
                return Optional.of(run);
            }
            i = Math.max(i, run.end() - 1);
        }
        return Optional.empty();
    }

    /** As many characters of UTF-8 as follow each other from here. */
    private static Run run(String text, int start) {
        var meant = new StringBuilder();
        int end = start;
        int characters = 0;
        for (var next = character(text, end); next.isPresent(); next = character(text, end)) {
            meant.append(next.get());
            end += length(oneByte(text.charAt(end)));
            characters++;
        }
        return new Run(start, end, meant.toString(), characters);
    }

    private static Optional<String> character(String text, int at) {
        int length = at < text.length() ? length(oneByte(text.charAt(at))) : 0;
        if (length == 0 || at + length > text.length()) {
            return Optional.empty();
        }
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) oneByte(text.charAt(at + i));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** How many bytes begin with this one; 0 where none of several does. */
    private static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** The byte that was read as this character; 0 where there is none. */
    private static int oneByte(char c) {
        return c < 0x80 ? 0 : c <= 0xFF ? c : BYTES.getOrDefault(c, 0);
    }

    /** What Windows-1252 has where Latin-1 has controls. */
    private static Map<Character, Integer> bytes() {
        var windows = Charset.forName("windows-1252");
        var bytes = new HashMap<Character, Integer>();
        for (int value = 0x80; value < 0xA0; value++) {
            bytes.put(new String(new byte[] {(byte) value}, windows).charAt(0), value);
        }
        bytes.remove(DecodedText.LOST);
        return Map.copyOf(bytes);
    }

    private static boolean isUnlikely(String text, Run run) {
        if (run.characters() > 1) {
            return true;
        }
        return switch (oneByte(text.charAt(run.start()))) {
            case 0xC2, 0xC3, 0xC4, 0xC5 -> !isEndOfWord(text, run);
            case 0xE2, 0xF0 -> ENDINGS.indexOf(text.charAt(run.start() + 1)) < 0;
            case 0xEF -> true;
            default -> false;
        };
    }

    /** {@code AMANHÃ…} and {@code Å…} are a word and what follows it. */
    private static boolean isEndOfWord(String text, Run run) {
        int before = run.start() == 0 ? ' ' : text.codePointBefore(run.start());
        int after = run.end() == text.length() ? ' ' : text.codePointAt(run.end());
        boolean isVowel = text.charAt(run.start()) >= 0xC4 && !Character.isLetter(before);
        return ENDINGS.indexOf(text.charAt(run.start() + 1)) >= 0
                && !Character.isLetter(after)
                && (Character.isUpperCase(before) || isVowel);
    }
}
