package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred thousand files that nobody would write, and some that somebody did write to harm: each ends in findings with a
 * place or in a definition, none in an exception, and none takes more memory than a laptop has to spare. The findings are
 * rendered too, because they quote the file.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlFuzzTest {
    private static final int FILES_PER_SEED = 5_000;
    private static final List<byte[]> GOOD = good();

    /** What YAML and Java readers stumble over. */
    private static final List<byte[]> PIECES = Stream.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ": ",
                    ":",
                    "- ",
                    "-",
                    "? ",
                    ", ",
                    "&a ",
                    "*a",
                    "!!x ",
                    "!<",
                    "!",
                    "|",
                    "|+9",
                    ">",
                    ">-",
                    "#",
                    " #",
                    "---\n",
                    "...\n",
                    "%YAML 9\n",
                    "%TAG ! x\n",
                    "<<: ",
                    "\t",
                    "\"",
                    "'",
                    "\\",
                    "\\x",
                    "\\ud800",
                    "\\U0010ffff",
                    "\\U7fffffff",
                    "@",
                    "`",
                    "~",
                    "0x",
                    "1e999",
                    "\n",
                    "\n\n",
                    "\r",
                    "\n  ",
                    "\u0000",
                    "\u001b[2J",
                    "\u0085",
                    "\u2028",
                    "\u202e",
                    "\ufeff",
                    "…",
                    "🎉",
                    "é",
                    "e\u0301",
                    "##[error]",
                    "::error::",
                    "${7*7}",
                    "kind: campaign\n",
                    "key: a\n",
                    "text: ")
            .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
            .toList();

    static LongStream seeds() {
        return LongStream.range(20_261_126L, 20_261_126L + 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_file_ends_in_findings_or_a_definition(long seed) {
        var random = new Random(seed);
        var reader = new DefinitionReader();
        for (int i = 0; i < FILES_PER_SEED; i++) {
            var file = damaged(random);
            try {
                assertPlaced(findings(reader, file));
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError("seed %d, file %d: %s".formatted(seed, i, Arrays.toString(file)), wrong);
            }
        }
    }

    private static Map<String, Supplier<String>> bombs() {
        var full = DefinitionFiles.LARGEST_FILE;
        var bombs = new LinkedHashMap<String, Supplier<String>>();
        bombs.put("a text of four megabytes", () -> "text: " + "x".repeat(4 << 20));
        bombs.put("a text that just fits", () -> "text: " + "x".repeat(full - 6));
        bombs.put("digits that just fit", () -> "kind: campaign\ngeneration: " + "9".repeat(full - 27));
        bombs.put("brackets that just fit", () -> "[".repeat(full));
        bombs.put("braces that just fit", () -> "{a: ".repeat(full / 4));
        bombs.put("question marks", () -> "? ".repeat(full / 2));
        bombs.put("dashes", () -> "- ".repeat(full / 2));
        bombs.put("many keys", () -> numbered("k%d: a\n", full));
        bombs.put("many equal keys", () -> "k: a\n".repeat(full / 5));
        bombs.put("many places to report", () -> "k: \u001b\n".repeat(full / 5));
        bombs.put("many anchors", () -> numbered("- &a%d x\n", full));
        bombs.put("one anchor, many aliases", () -> "a: &a [x]\nb: [" + "*a, ".repeat(full / 4 - 8) + "*a]\n");
        bombs.put("many tags", () -> "- !!x y\n".repeat(full / 8));
        bombs.put("a folded text of empty lines", () -> "text: >\n" + " a\n\n".repeat(full / 4 - 2));
        bombs.put("escapes", () -> "text: \"" + "\\u202e".repeat(full / 6 - 2) + "\"");
        bombs.put("colons", () -> ":".repeat(full));
        bombs.put("an indent as wide as the file", () -> " ".repeat(full - 2) + "a");
        bombs.put("many labels", () -> "kind: campaign\nattach_labels:\n" + "- a\n".repeat(full / 4 - 8));
        bombs.put("keys that look like one", () -> "k\u0301: a\n".repeat(full / 7));
        return bombs;
    }

    /** A process of its own has the heap that it is given, and no more. */
    @Test
    void no_file_takes_more_than_a_small_heap() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactlyElementsOf(bombs().keySet());
    }

    /** Reads every file that was written to harm, and says its name. */
    static final class SmallHeap {
        public static void main(String[] arguments) {
            bombs().forEach((name, text) -> {
                assertPlaced(findings(new DefinitionReader(), text.get().getBytes(StandardCharsets.UTF_8)));
                System.out.println(name);
            });
        }
    }

    @Test
    void of_a_hundred_thousand_mistakes_a_hundred_are_listed_and_the_rest_counted() {
        var findings = findings(new DefinitionReader(), "k: a\n".repeat(1000).getBytes(StandardCharsets.UTF_8));

        assertThat(findings).extracting(Diagnostic::id).contains("yaml/many-findings");
        assertThat(findings).extracting(Diagnostic::message).contains("899 more findings in this file are not listed");
        assertThat(findings).hasSizeLessThan(110);
    }

    @Test
    void a_hundred_thousand_files_are_read_and_most_are_still_yaml() {
        var random = new Random(1);
        var reader = new DefinitionReader();
        long understood = Stream.generate(() -> reader.read(file(damaged(random))))
                .limit(1000)
                .filter(checked -> checked.value().isPresent())
                .count();

        assertThat(FILES_PER_SEED * seeds().count()).isEqualTo(100_000);
        assertThat(understood).as("files that reach what is behind the parser").isBetween(200L, 900L);
    }

    private static List<Diagnostic> findings(DefinitionReader reader, byte[] bytes) {
        Checked<SourceFile> file = SourceFile.of("hostile.yaml", bytes);
        return file.value().map(read -> reader.read(read).diagnostics()).orElse(file.diagnostics());
    }

    private static void assertPlaced(List<Diagnostic> findings) {
        for (var finding : findings) {
            if (finding.place().line() < 1 || finding.place().column() < 1) {
                throw new AssertionError("without a place: " + finding);
            }
        }
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile("hostile.yaml", new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] damaged(Random random) {
        var file = GOOD.get(random.nextInt(GOOD.size()));
        for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
            int at = random.nextInt(file.length + 1);
            int end = Math.min(file.length, at + random.nextInt(24));
            file = switch (random.nextInt(5)) {
                case 0 -> spliced(file, at, at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> spliced(file, at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> spliced(file, at, end, new byte[0]);
                case 3 -> spliced(file, end, end, Arrays.copyOfRange(file, at, end));
                default -> spliced(file, at, Math.min(file.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            };
        }
        return file;
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
        var spliced = new byte[file.length - (to - from) + piece.length];
        System.arraycopy(file, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(file, to, spliced, from + piece.length, file.length - to);
        return spliced;
    }

    private static String numbered(String line, int length) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < length - 20; i++) {
            text.append(String.format(Locale.ROOT, line, i));
        }
        return text.toString();
    }

    /** Short definitions of every kind, so that a file costs little and every reader behind the parser is reached. */
    private static List<byte[]> good() {
        return Stream.of("""
                        kind: campaign
                        key: a
                        name: A
                        audience: {all: [opt_in], exclude: [b]}
                        message: m
                        schedule: {start: 2026-12-01T10:00, zone: UTC}
                        acknowledge: {a/b: why}
                        """, """
                        kind: message
                        key: m
                        text: |
                          Hello {name},
                          bye
                        media: [https://example.com/a.jpg]
                        placeholders: {name: Ana}
                        shorten_links: true
                        """, """
                        kind: audience
                        key: b
                        any:
                          - a
                          - "b\\u00e9"
                        expect: {at_least: 5}
                        """, """
                        kind: schedule
                        key: s
                        start: '2026-12-01T10:00-05:00'
                        end: 2026-12-02T10:00Z
                        """, """
                        kind: project
                        default_workspace: w
                        workspaces:
                          w: {sandbox: {clock: 2026-11-30T09:00:00Z}}
                        policy: {always_exclude: [DNC], min_lead: PT1H, max_share_of_contacts: 60%}
                        """)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
