package dev.muster.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Signs in a message that people would read as they stand, or that would break a link, although something else was meant:
 * {@code cause} names the kind, and {@code signs} are what stands in the text.
 */
public record TextSlip(Cause cause, String signs) {
    /** What can be meant otherwise than it is written. */
    public enum Cause {
        /** {@code Hi\nthere}: an escape that YAML knows only between double quotes. */
        ESCAPE("people would read %s literally", "write the sign itself, such as a line break within the quotes"),
        /** {@code *|FNAME|*}, {@code %FIRSTNAME%}, {@code [FIRST_NAME]}: what other tools fill in. */
        MERGE_TAG(
                "%s looks like a field of another tool; people would read it literally",
                "write what the person is to read in its place"),
        /** {@code https://example.com/?n={name}}: a value stands in a link as it is, also with a blank or an {@code &}. */
        PLACEHOLDER_IN_LINK(
                "%s is filled in within a link; a blank or a sign such as & in a value breaks the link",
                "write the whole address");

        private final String message;
        private final String helpWhereTyped;

        Cause(String message, String helpWhereTyped) {
            this.message = message;
            this.helpWhereTyped = helpWhereTyped;
        }

        /** What to do about a message that was typed on the command line, where nothing is filled in. */
        public String helpWhereTyped() {
            return helpWhereTyped;
        }
    }

    /** What is wrong, with the signs as a report quotes them. */
    public String said(String quoted) {
        return String.format(Locale.ROOT, cause.message, quoted);
    }

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[ntr\"'])");

    private static final Pattern PATH_OF_WINDOWS = Pattern.compile("(?:^|\\s)(?:[A-Za-z]:\\\\|\\\\\\\\)\\S*$");

    /** Mailchimp; Brevo and Salesforce; brackets of many tools; Word's mail merge; Klaviyo and templates with {@code <%=}. */
    private static final Pattern TAG = Pattern.compile("\\*\\|[^|*\\s][^|*\\n]{0,60}\\|\\*"
            + "|(?<![0-9%])%%?(?:[A-Za-z][A-Za-z0-9_. -]{0,40})%%?"
            + "|\\[\\[?(?:[A-Za-z][A-Za-z0-9_. -]{0,40})]]?"
            + "|<<(?:[A-Za-z][A-Za-z0-9_. -]{0,40})>>"
            + "|<%=?[^%\\n]{1,60}%>"
            + "|[<\u00AB](?:[A-Za-z][A-Za-z0-9_. -]{0,40})[>\u00BB]"
            + "|__(?:[A-Za-z][A-Za-z0-9_]{0,40}?)__"
            + "|[$#%@]\\{(?:[A-Za-z][A-Za-z0-9_]{0,40})}");

    private static final Pattern FIELD = Pattern.compile(
            "(?:first|last|full|sur|given|family|nick|user|company"
                    + "|customer|contact|recipient|subscriber|client|your)?[ _.-]?name|[fl]name|vorname|nachname|prenom|nombre"
                    + "|(?:contact|customer|recipient|subscriber|user|client|lead|person)\\.\\w+|e-?mail|phone(?:[ _]?number)?");

    /** What is written behind a currency sign: {@code ${amount}} is a price. */
    private static final Set<String> PRICES =
            Set.of("amount", "balance", "price", "total", "sum", "credit", "discount", "cost", "fee", "due");

    /** Every slip of a text, each once, in the order of the text. */
    public static List<TextSlip> in(String text) {
        var links = links(text);
        var slips = new TreeMap<Integer, TextSlip>();
        each(ESCAPE, text).stream()
                .filter(match ->
                        !PATH_OF_WINDOWS.matcher(text.substring(0, match.end())).find())
                .forEach(match -> slips.put(match.start(), new TextSlip(Cause.ESCAPE, match.group())));
        each(TAG, text).stream()
                .filter(match -> isTag(match.group()) && links.stream().noneMatch(link -> link.holds(match)))
                .forEach(match -> slips.put(match.start(), new TextSlip(Cause.MERGE_TAG, match.group())));
        each(Placeholder.FORM, text).stream()
                .filter(match -> links.stream().anyMatch(link -> link.holdsInPath(match)))
                .forEach(match -> slips.put(match.start(), new TextSlip(Cause.PLACEHOLDER_IN_LINK, match.group())));
        return slips.values().stream().distinct().toList();
    }

    private static List<MatchResult> each(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** Where a link stands, and where its path begins. */
    private record Span(int start, int path, int end) {
        boolean holds(MatchResult match) {
            return match.start() >= start && match.start() < end;
        }

        boolean holdsInPath(MatchResult match) {
            return match.start() > path && match.start() < end;
        }
    }

    private static List<Span> links(String text) {
        var spans = new ArrayList<Span>();
        for (var link : Link.in(text)) {
            int scheme = link.address().indexOf("://");
            int path = link.start() + (scheme < 0 ? 0 : scheme + "://".length());
            int end = link.start() + link.address().length();
            while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
                path++;
            }
            spans.add(new Span(link.start(), path, end));
        }
        return spans;
    }

    /** {@code [sic]}, {@code <3>}, {@code %ig%} and {@code ${price}} are what they look like. */
    private static boolean isTag(String signs) {
        var inner = signs.replaceAll("^[^A-Za-z]+|[^A-Za-z0-9]+$", "");
        if (signs.startsWith("*|") || signs.startsWith("<%") || signs.startsWith("<<")) {
            return true;
        } else if (signs.endsWith("}")) {
            return !signs.startsWith("$") || !PRICES.contains(inner.toLowerCase(Locale.ROOT));
        }
        boolean isIdentifier = inner.contains("_") && !inner.contains(" ");
        boolean isShouted = signs.startsWith("%") && inner.length() > 2 && !inner.contains(" ") && isUpperCase(inner);
        return isIdentifier
                || isShouted
                || signs.startsWith("%%")
                || FIELD.matcher(inner.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isUpperCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }
}
