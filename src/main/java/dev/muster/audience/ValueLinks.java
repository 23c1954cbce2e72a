package dev.muster.audience;

import dev.muster.model.project.Restrictions;
import dev.muster.model.text.HostName;
import dev.muster.model.text.Link;
import dev.muster.model.text.Placeholder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The links that values make of a text: a value that is one ({@code http://evil.example}), and a value that completes one
 * ({@code {name}.example}). No link goes over a blank, so only the pieces around placeholders are filled in and read, each
 * once for a whole run.
 */
final class ValueLinks {
    private static final Pattern PIECE = Pattern.compile("\\S+");

    /** What a name on the internet, its formatting and its invisible characters are made of. */
    private static final Pattern RUN =
            Pattern.compile("(//)?([\\p{L}\\p{M}\\p{N}\\p{Cf}\\p{So}_*~`{}%@.\\u3002\\uFF0E\\uFF61\\u2024\\uFE52-]+)");

    private static final Pattern INNER_DOT =
            Pattern.compile("[.\\u3002\\uFF0E\\uFF61\\u2024\\uFE52][^.\\u3002\\uFF0E\\uFF61\\u2024\\uFE52]");

    private final Restrictions restrictions;
    private final Function<String, FieldColumn> columns;
    private final Map<String, RoaringBitmap> rowsByPiece = new HashMap<>();

    ValueLinks(Restrictions restrictions, Function<String, FieldColumn> columns) {
        this.restrictions = restrictions;
        this.columns = columns;
    }

    /** The placeholders of a text that stand inside a name, where any value may make a link. */
    static Set<String> namesInHosts(String text) {
        return RUN.matcher(text)
                .results()
                .filter(run -> Placeholder.FORM.matcher(run.group(2)).find() && isHost(run))
                .flatMap(run -> Placeholder.namesIn(run.group(2)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isHost(MatchResult run) {
        var name = run.group(2);
        return run.group(1) != null
                || INNER_DOT.matcher(name).find()
                || Placeholder.FORM.matcher(name).results().count() > 1;
    }

    /** The rows whose values make a link that the restrictions do not allow, by the piece of the text; none left empty. */
    Map<String, RoaringBitmap> rows(String text, RoaringBitmap rows) {
        var found = new LinkedHashMap<String, RoaringBitmap>();
        pieces(text).forEach(piece -> {
            var there = RoaringBitmap.and(rows, rowsByPiece.computeIfAbsent(piece, this::allRows));
            if (!there.isEmpty()) {
                found.put(piece, there);
            }
        });
        return found;
    }

    private static Stream<String> pieces(String text) {
        return PIECE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(piece -> Placeholder.FORM.matcher(piece).find());
    }

    private RoaringBitmap allRows(String piece) {
        var rows = new RoaringBitmap();
        Placeholder.namesIn(piece).forEach(name -> rows.or(columns.apply(name).keptRows()));
        var written = Link.hostsIn(piece);
        var linking = new RoaringBitmap();
        rows.forEach((int row) -> {
            if (host(piece, written, row).isPresent()) {
                linking.add(row);
            }
        });
        return linking;
    }

    /** The first host that the row's values lead to in this piece, and that they must not lead to. */
    Optional<HostName> host(String piece, int row) {
        return host(piece, Link.hostsIn(piece), row);
    }

    /** Without a list of hosts, a host that is written with a placeholder in it is meant so. */
    private Optional<HostName> host(String piece, Set<HostName> written, int row) {
        boolean isIntended = restrictions.allowedLinkHosts().isEmpty()
                && written.stream().anyMatch(host -> host.unicode().contains("{"));
        return isIntended
                ? Optional.empty()
                : filledIn(piece, row)
                        .flatMap(filled -> Link.hostsIn(filled).stream())
                        .filter(host -> !written.contains(host) && isRefused(host))
                        .findFirst();
    }

    private boolean isRefused(HostName host) {
        return restrictions.allowedLinkHosts().isEmpty() || !restrictions.allowsLinkTo(host);
    }

    /** The piece with the row's values; fields whose names differ in case only are tried one after the other. */
    private Stream<String> filledIn(String piece, int row) {
        var match = Placeholder.FORM.matcher(piece);
        if (!match.find()) {
            return Stream.of(piece);
        }
        var before = piece.substring(0, match.start());
        var rest = filledIn(piece.substring(match.end()), row).toList();
        return values(match.group(1), row).stream()
                .flatMap(value -> rest.stream().map(after -> before + value + after));
    }

    private List<String> values(String name, int row) {
        return columns.apply(name).kept(row);
    }
}
