package dev.muster.model.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One pass over a text. It reads runs of what hosts are made of, letters of all scripts, digits, {@code - _} and dots, and
 * looks at what stands before and behind each: a scheme, an {@code @}, a port, a path.
 */
final class LinkScanner {
    /** A scheme that follows a comma or a bracket of a path begins a link of its own. */
    private static final Pattern NEXT_LINK = Pattern.compile("(?i)[,;!'()*]https?://");

    private static final Pattern CLOSING = Pattern.compile("[\\p{P}~`&&[^/\\-_&#%@}\\]]]+$|[_~*`]+$");

    private final Glyphs text;
    private final List<Link> links = new ArrayList<>();
    private final Set<HostName> hosts = new LinkedHashSet<>();
    private final Set<HostName> mailHosts = new LinkedHashSet<>();

    private LinkScanner(Glyphs text) {
        this.text = text;
    }

    static LinkScanner of(String text) {
        var scanner = new LinkScanner(new Glyphs(text));
        int at = 0;
        while (at < text.length()) {
            at = scanner.text.isName(at) ? scanner.run(at) : scanner.text.next(at);
        }
        return scanner;
    }

    /** What every phone takes for a link. */
    List<Link> links() {
        return links;
    }

    /** Those, and what some phone may take for one. */
    Set<HostName> hosts() {
        return hosts;
    }

    /** Those of mail addresses alone. */
    Set<HostName> mailHosts() {
        return mailHosts;
    }

    /** Reads a run and what belongs to it; answers where the next one may begin. */
    private int run(int from) {
        int end = text.endOfRun(from);
        int scheme = text.isAt("://", end) ? text.startOfScheme(from, end) : end;
        if (scheme < end) {
            bare(from, Math.max(from, scheme - 1));
            return addressed(scheme, end + "://".length());
        }
        return bare(from, end);
    }

    private int addressed(int start, int afterScheme) {
        int from = text.skip("/\\", afterScheme);
        int authority = text.endOfAuthority(from);
        int at = text.lastIndexOf('@', from, authority);
        if (at >= 0) {
            // some take what precedes an `@` for the host
            userParts(from, at);
        }
        int host = text.skip("*_~`-", at >= 0 ? at + 1 : from);
        int end = text.endOfHost(host, authority);
        if (end == host) {
            return from;
        }
        mayLeadTo(host, end);
        return link(start, host, end);
    }

    private void userParts(int from, int at) {
        int part = from;
        while (part < at) {
            int end = text.endOfRun(part);
            mayLeadTo(part, Math.min(end, at));
            part = Math.max(end, text.next(part));
        }
    }

    /** A run without a scheme: a link if it ends as names on the internet end. */
    private int bare(int from, int to) {
        int start = text.skip("_-", from);
        int end = text.withoutTrailing("_-", start, to);
        if (!text.hasDot(start, end) || isLocalPart(end)) {
            return to;
        }
        int known = text.endOfKnownName(start, end);
        boolean isNumber = text.isMachineAddress(start, end);
        boolean isWww = text.isAt("www.", start) && end > start + "www.".length();
        if (text.isBehindAt(start)) {
            return behindAt(start, isNumber || known < 0 ? end : known, known >= 0 || isNumber, to);
        } else if ((isNumber || isWww || known >= 0) && text.hasPlainDots(start, end)) {
            mayLeadTo(start, end);
            return link(start, start, known >= 0 && !isNumber ? known : end);
        }
        unclear(start, end, known);
        return to;
    }

    /** {@code @bit.ly/abc} may be tapped; {@code us@example.com} opens a mail; {@code us@example.com/now} may be either. */
    private int behindAt(int start, int end, boolean isName, int to) {
        boolean isMail = text.isMailbox(start) && !text.hasPath(end);
        if (isName) {
            (isMail ? mailHosts : hosts).add(HostName.of(text.between(start, end)));
        }
        return to;
    }

    private boolean isLocalPart(int end) {
        return text.isAt("@", end) && text.endOfKnownName(end + 1, text.endOfRun(end + 1)) >= 0;
    }

    /** What only some phones would tap, if any does. */
    private void unclear(int start, int end, int known) {
        if (known >= 0) {
            hosts.add(HostName.of(text.between(start, known)));
        } else if (text.endsAsNameMay(start, end)) {
            hosts.add(HostName.of(text.between(start, end)));
        }
        latin(start, end);
    }

    private void mayLeadTo(int start, int end) {
        known(start, end);
        latin(start, end);
    }

    /** Text without blanks between words, such as Chinese, may have a host in the middle of a run. */
    private void latin(int start, int end) {
        int at = start;
        while (at < end) {
            int to = text.endOfLatin(at, end);
            if (to - at < end - start) {
                known(at, to);
            }
            at = to == at ? text.next(at) : to;
        }
    }

    private void known(int start, int end) {
        int known = text.endOfKnownName(start, end);
        if (known >= 0) {
            hosts.add(HostName.of(text.between(start, known)));
        }
    }

    private int link(int start, int host, int end) {
        int to = text.endOfPath(end);
        var path = NEXT_LINK.matcher(text.between(end, to));
        int last = path.find() ? end + path.start() : to;
        var written = withoutClosing(text.between(start, last));
        var name = HostName.of(text.between(host, end));
        links.add(new Link(written, start, name));
        hosts.add(name);
        return Math.max(last, end);
    }

    /** A bracket that the address itself opens belongs to it, as in {@code …/Terminator_(franchise)}. */
    private static String withoutClosing(String address) {
        var bare = CLOSING.matcher(address).replaceFirst("");
        boolean isOpen = bare.indexOf('(', bare.lastIndexOf(')') + 1) >= 0;
        return isOpen && address.startsWith(")", bare.length()) ? bare + ")" : bare;
    }
}
