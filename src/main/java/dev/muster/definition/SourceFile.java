package dev.muster.definition;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.MergeMarks;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.YamlRule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A YAML file as read: its path as the user would type it, and its text. */
public record SourceFile(String path, String text) {
    /** The file, wherever its bytes came from; an encoding is never repaired, and what is too large is not read. */
    public static Checked<SourceFile> of(String path, byte[] bytes) {
        if (DecodedText.isBroken(path)) {
            return refused(
                    YamlRule.NAME_NOT_UTF8,
                    path,
                    "the name of this file cannot be read",
                    "name it in UTF-8, and use a UTF-8 locale, such as LC_ALL=C.UTF-8");
        }
        if (bytes.length > DefinitionFiles.LARGEST_FILE) {
            return tooLarge(path);
        }
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return refused(YamlRule.BYTE_ORDER_MARK, path, "starts with a byte order mark", "save it as plain UTF-8");
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            var text = decoder.onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var mark = MergeMarks.line(text);
            return mark.isPresent()
                    ? unmerged(path, mark.getAsInt())
                    : Checked.of(new SourceFile(path, text), List.of());
        } catch (CharacterCodingException e) {
            return refused(YamlRule.NOT_UTF8, path, "not valid UTF-8", "save it as UTF-8");
        }
    }

    /** What is said of a file larger than a definition can be. */
    public static Checked<SourceFile> tooLarge(String path) {
        return refused(YamlRule.TOO_LARGE, path, "larger than 256 KiB", "one file holds one definition: split it");
    }

    /** Whether a file of this name holds definitions. */
    public static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static Checked<SourceFile> unmerged(String path, int line) {
        return Checked.failed(List.of(YamlRule.UNFINISHED_MERGE.at(
                new Place(path, line, 1, ""), "an unfinished merge: this line is a conflict mark of git")));
    }

    private static Checked<SourceFile> refused(Rule rule, String path, String message, String help) {
        return Checked.failed(List.of(rule.at(Place.of(path), message, help)));
    }
}
