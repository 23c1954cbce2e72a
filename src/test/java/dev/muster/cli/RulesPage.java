package dev.muster.cli;

import dev.muster.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of rules: each with its severity, its harm, its cure, and the shortest file or run of the tests that shows it. */
final class RulesPage {
    private static final Path ERRORS = Path.of("src/test/resources/definitions/err");
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final int LONGEST = 16;

    private RulesPage() {}

    static String of() throws IOException {
        var stories = stories();
        var page = new StringBuilder("""
                # Rules

                Each finding ends with the id of its rule in brackets, such as `[audience/no-selector]`. An id never
                changes. `muster explain RULE` prints what this page says. A test fails when the page is stale.

                | severity | what it does |
                |---|---|
                | error | stops what it is about, always |
                | danger | could harm people; stops, unless the campaign accepts it with a reason under `acknowledge` |
                | warning | is probably not meant; stops nothing |
                | note | is worth knowing |

                A finding can be milder than its rule, and never worse.
                """);
        var group = "";
        for (var rule : Rule.all()) {
            var first = rule.id().substring(0, rule.id().indexOf('/'));
            if (!first.equals(group)) {
                page.append("\n## ").append(first).append('\n');
                group = first;
            }
            page.append(section(rule, stories));
        }
        return page.toString();
    }

    private static String section(Rule rule, String stories) throws IOException {
        return "\n### " + rule.id() + "\n\n**" + sentence(rule.severity().label()) + "** " + rule.means()
                + "\n\n**What to do.** " + sentence(rule.mend()) + "\n"
                + example(rule)
                        .or(() -> line(rule, stories))
                        .map(text -> "\n" + text)
                        .orElse("");
    }

    private static String sentence(String words) {
        var begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** A definition that is refused, with what is said of it. */
    private static Optional<String> example(Rule rule) throws IOException {
        try (var files = Files.list(ERRORS)) {
            return files.filter(file -> file.toString().endsWith(".approved.txt"))
                    .sorted(Comparator.<Path>comparingLong(file -> file.toFile().length())
                            .thenComparing(file -> file))
                    .flatMap(file -> example(rule, file))
                    .findFirst();
        }
    }

    private static Stream<String> example(Rule rule, Path approved) {
        var yaml = approved.resolveSibling(approved.getFileName().toString().replace(".approved.txt", ".yaml"));
        var finding = Pattern.compile("(?m)^(.*) \\[" + rule.id() + "]$").matcher(read(approved));
        if (!finding.find() || !Files.exists(yaml)) {
            return Stream.empty();
        }
        var lines =
                read(yaml).lines().filter(line -> !line.startsWith("# schema:")).toList();
        return lines.size() > LONGEST || lines.stream().anyMatch(line -> line.length() > 200)
                ? Stream.empty()
                : Stream.of(
                        "```yaml\n" + String.join("\n", lines) + "\n```\n\n```text\n" + finding.group() + "\n```\n");
    }

    /** Where no file is refused for it, the shortest line of a story that says it. */
    private static Optional<String> line(Rule rule, String stories) {
        return Pattern.compile("(?m)^ *((?:note|warning|danger|error): .* \\[" + rule.id() + "])$")
                .matcher(stories)
                .results()
                .map(found -> found.group(1))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(line -> "```text\n" + line + "\n```\n");
    }

    private static String stories() throws IOException {
        try (var files = Files.walk(STORIES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> !file.toString().contains(".received."))
                    .map(RulesPage::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
