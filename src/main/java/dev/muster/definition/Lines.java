package dev.muster.definition;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.diagnostic.YamlRule;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a source file, for pointing at them. Places made here quote their line with secrets masked, so no finding
 * of any rule can leak one.
 */
record Lines(String path, List<String> lines, List<String> shown) {
    /** What the parser reads where a character was refused. */
    private static final String STAND_IN = "\u25A1";

    static Lines of(SourceFile file) {
        var text = file.text().indexOf('\r') < 0
                ? file.text()
                : file.text().replace("\r\n", "\n").replace('\r', '\n');
        var lines = List.of(text.split("\n", -1));
        return new Lines(file.path(), lines, lines.stream().map(Secrets::masked).toList());
    }

    /** A place by line and column as SnakeYAML counts them: from zero, the column in code points. */
    Place at(int line, int codePoints) {
        int row = Math.min(line, lines.size() - 1);
        return place(row, column(row, codePoints));
    }

    /** A column in UTF-16 units. */
    int column(int row, int codePoints) {
        var text = lines.get(row);
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /** The first place that looks like this, for problems that the parser reports without a place. */
    Place first(Pattern pattern) {
        for (int row = 0; row < lines.size(); row++) {
            var match = pattern.matcher(lines.get(row));
            if (match.find()) {
                return place(row, match.start());
            }
        }
        return place(0, 0);
    }

    /** What must not stand anywhere in a file: characters that deceive, and secrets. */
    List<Diagnostic> findings() {
        var findings = new FirstFindings();
        for (int row = 0; row < lines.size(); row++) {
            unsafeCharacters(row).forEach(findings::add);
            if (!lines.get(row).equals(shown.get(row))) {
                secrets(row).forEach(findings::add);
            }
        }
        return findings.list();
    }

    /** The text for the YAML parser: what was already reported is replaced, so that it is not reported again. */
    String withoutUnsafe() {
        var text = String.join("\n", lines);
        if (text.codePoints().noneMatch(Characters::isUnsafe)) {
            return text;
        }
        return lines.stream().map(Lines::withoutUnsafe).collect(Collectors.joining("\n"));
    }

    private static String withoutUnsafe(String line) {
        var safe = new StringBuilder(line);
        unsafe(line).boxed().sorted(Comparator.reverseOrder()).forEach(i -> {
            int length = Character.charCount(line.codePointAt(i));
            safe.replace(i, i + length, STAND_IN);
        });
        return safe.toString();
    }

    private static IntStream unsafe(String line) {
        return line.codePoints().noneMatch(Characters::isUnsafe)
                ? IntStream.empty()
                : IntStream.range(0, line.length())
                        .filter(i -> i == 0 || !Character.isSurrogatePair(line.charAt(i - 1), line.charAt(i)))
                        .filter(i -> Characters.isUnsafeInFile(line, i));
    }

    private Stream<Diagnostic> unsafeCharacters(int row) {
        var line = lines.get(row);
        return unsafe(line)
                .mapToObj(i -> YamlRule.CONTROL_CHARACTER.at(
                        place(row, i),
                        "the file holds " + Characters.name(line.codePointAt(i)) + ", which cannot be seen in review"));
    }

    private Stream<Diagnostic> secrets(int row) {
        var line = lines.get(row);
        return Secrets.in(line).stream()
                .map(secret -> ProjectRule.SECRET_API_KEY_IN_YAML.at(
                        place(row, secret.start()),
                        "this looks like an API key or a password: "
                                + shown.get(row).substring(secret.start(), secret.end())));
    }

    /** A place by line and column from zero, the column in UTF-16 units. */
    Place place(int row, int column) {
        return new Place(path, row + 1, column + 1, shown.get(row));
    }
}
