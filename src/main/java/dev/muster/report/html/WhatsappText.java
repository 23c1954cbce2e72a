package dev.muster.report.html;

import dev.muster.model.text.Link;
import dev.muster.model.text.Placeholder;
import dev.muster.report.html.Span.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message read by WhatsApp's own rules for formatting: {@code *bold*}, {@code _italic_}, {@code ~struck~},
 * {@code `code`} and {@code ```code over lines```}, {@code > quotes} and lists at the beginning of a line. A sign counts only
 * next to a word's edge ({@code snake_case} and {@code 2*3*4} stay as they are), in pairs on one line, and never inside a
 * link. As people see it in the app, by WhatsApp's help pages on formatting; the phone has the last word.
 */
final class WhatsappText {
    private static final Pattern BLOCK = Pattern.compile("```(?=\\S|\\s+\\S)(.+?)```", Pattern.DOTALL);
    private static final Pattern QUOTE = Pattern.compile("^> ?(?=\\S)");
    private static final Pattern BULLET = Pattern.compile("^[*-] (?=\\S)");
    private static final Map<Character, Style> SIGNS =
            Map.of('*', Style.BOLD, '_', Style.ITALIC, '~', Style.STRIKE, '`', Style.CODE);

    private WhatsappText() {}

    /** The message in pieces; put together without their styles and signs they are its text. */
    static List<Span> parse(String text) {
        var spans = new ArrayList<Span>();
        int done = 0;
        for (var block : BLOCK.matcher(text).results().toList()) {
            lines(text.substring(done, block.start()), done == 0 || endsLine(text, done), spans);
            spans.add(new Span.Styled(Style.CODE, blanks(block.group(1))));
            done = block.end();
        }
        lines(text.substring(done), done == 0 || endsLine(text, done), spans);
        return List.copyOf(spans);
    }

    private static boolean endsLine(String text, int at) {
        return text.charAt(at - 1) == '\n';
    }

    private static void lines(String text, boolean atBeginning, List<Span> spans) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                spans.add(new Span.Text("\n"));
            }
            if (!lines[i].isEmpty()) {
                spans.addAll(i > 0 || atBeginning ? line(lines[i]) : inline(lines[i]));
            }
        }
    }

    private static List<Span> line(String line) {
        var quote = QUOTE.matcher(line);
        if (quote.find()) {
            return List.of(new Span.Styled(Style.QUOTE, inline(line.substring(quote.end()))));
        }
        var bullet = BULLET.matcher(line);
        return bullet.find()
                ? List.of(new Span.Styled(Style.BULLET, inline(line.substring(bullet.end()))))
                : inline(line);
    }

    private static List<Span> inline(String line) {
        return new Line(line).spans(0, line.length());
    }

    private static List<Span> blanks(String text) {
        var spans = new ArrayList<Span>();
        int done = 0;
        for (var blank : Placeholder.FORM.matcher(text).results().toList()) {
            plain(text.substring(done, blank.start()), spans);
            spans.add(new Span.Blank(blank.group()));
            done = blank.end();
        }
        plain(text.substring(done), spans);
        return spans;
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span.Text(text));
        }
    }

    /** One line, in which links are found first: no sign inside them counts. */
    private record Line(String text, List<Range> links) {
        private record Range(int start, int end) {}

        Line(String text) {
            this(text, linksIn(text));
        }

        private static List<Range> linksIn(String text) {
            return Link.in(text).stream()
                    .map(link -> new Range(
                            link.start(), link.start() + link.address().length()))
                    .toList();
        }

        List<Span> spans(int from, int to) {
            var spans = new ArrayList<Span>();
            int done = from;
            for (int at = from; at < to; at++) {
                var link = linkAt(at);
                var end = link.isPresent() ? Optional.<Integer>empty() : closing(at, from, to);
                if (end.isPresent()) {
                    spans.addAll(blanks(text.substring(done, at)));
                    spans.add(styled(at, end.get()));
                    at = end.get();
                    done = at + 1;
                } else if (link.isPresent()) {
                    spans.addAll(blanks(text.substring(done, at)));
                    spans.add(new Span.Link(blanks(text.substring(at, link.get().end()))));
                    at = link.get().end() - 1;
                    done = at + 1;
                }
            }
            spans.addAll(blanks(text.substring(done, to)));
            return spans;
        }

        private Optional<Range> linkAt(int at) {
            return links.stream().filter(link -> link.start() == at).findFirst();
        }

        private Span styled(int open, int close) {
            var style = style(open).orElseThrow();
            return new Span.Styled(
                    style, style == Style.CODE ? blanks(text.substring(open + 1, close)) : spans(open + 1, close));
        }

        private Optional<Style> style(int at) {
            return Optional.ofNullable(SIGNS.get(text.charAt(at)));
        }

        /** Where the style that begins here ends. */
        private Optional<Integer> closing(int open, int from, int to) {
            if (style(open).isEmpty()
                    || (open > from && isWord(open - 1))
                    || isBlank(open + 1, to)
                    || text.charAt(open + 1) == text.charAt(open)) {
                return Optional.empty();
            }
            for (int at = open + 2; at < to; at++) {
                if (closes(at, open, to)) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        }

        private boolean closes(int at, int open, int to) {
            return text.charAt(at) == text.charAt(open)
                    && !isBlank(at - 1, to)
                    && text.charAt(at - 1) != text.charAt(open)
                    && (at + 1 == to || !isWord(at + 1))
                    && links.stream().noneMatch(link -> link.start() <= at && at < link.end());
        }

        private boolean isBlank(int at, int to) {
            return at >= to || Character.isWhitespace(text.charAt(at));
        }

        private boolean isWord(int at) {
            return Character.isLetterOrDigit(text.codePointBefore(at + 1));
        }
    }
}
