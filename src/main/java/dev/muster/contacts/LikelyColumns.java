package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names the columns that look like one of ours and are not, such as {@code Mobile Phone} or {@code Tags}: read as fields,
 * their numbers and labels would be lost, and with a label the word of somebody who opted out.
 */
record LikelyColumns(String file, Header header, List<Cell> cells, FileCounts tally) {
    /** The likeliest column of numbers, where the file names none. */
    Optional<Column> ofNumbers() {
        return Stream.of(ColumnMeaning.WHATSAPP, ColumnMeaning.PHONE)
                .flatMap(meaning -> candidates(meaning).stream())
                .map(header.columns()::get)
                .findFirst();
    }

    void check() {
        if (!header.has(ColumnMeaning.WHATSAPP)) {
            numbers(ColumnMeaning.WHATSAPP);
        }
        if (!header.hasNumbers()) {
            numbers(ColumnMeaning.PHONE);
        } else if (!header.has(ColumnMeaning.WHATSAPP) && !header.isGiven(ColumnMeaning.PHONE)) {
            mobileNumbers();
        }
        labels();
        if (!header.has(ColumnMeaning.NAME)) {
            found(ColumnMeaning.NAME, Severity.WARNING, candidates(ColumnMeaning.NAME));
        }
    }

    private void numbers(ColumnMeaning meaning) {
        found(meaning, Severity.ERROR, candidates(meaning));
    }

    /** Beside a column "Mobile", one that is called "Phone" often holds the numbers of desks. */
    private void mobileNumbers() {
        found(
                ColumnMeaning.PHONE,
                Severity.WARNING,
                candidates(ColumnMeaning.PHONE).stream()
                        .filter(at -> rank(at) == 0)
                        .toList());
    }

    private void labels() {
        var candidates = candidates(ColumnMeaning.LABELS);
        boolean isSure = candidates.stream().anyMatch(at -> guess(at).isSure());
        boolean isLost = isSure && !header.has(ColumnMeaning.LABELS);
        found(ColumnMeaning.LABELS, isLost ? Severity.ERROR : Severity.WARNING, candidates);
    }

    /** Columns that are fields only because nothing else was said, the likeliest first. */
    private List<Integer> candidates(ColumnMeaning meaning) {
        return IntStream.range(0, cells.size())
                .filter(at -> header.columns().get(at).is(ColumnMeaning.FIELD))
                .filter(at -> !header.columns().get(at).isGiven())
                .filter(at ->
                        written(at).filter(guess -> guess.meaning() == meaning).isPresent())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(this::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Optional<ColumnWords.Guess> written(int at) {
        return ColumnWords.guess(header.columns().get(at).written());
    }

    private ColumnWords.Guess guess(int at) {
        return written(at).orElseThrow();
    }

    /** Messages reach a mobile number; a whole name greets better than a part of it. */
    private int rank(int at) {
        var name = header.columns().get(at).written().toLowerCase(Locale.ROOT);
        if (guess(at).isSure() && name.matches(".*(mobil|cell|m[oó]vil|celular|handy|gsm|portable).*")) {
            return 0;
        }
        return name.matches(".*(home|business|work|company|other|assistant|car|radio|callback|last|nach).*") ? 2 : 1;
    }

    private void found(ColumnMeaning meaning, Severity severity, List<Integer> candidates) {
        if (!candidates.isEmpty()) {
            int best = candidates.get(0);
            var cell = cells.get(best);
            tally.found(ContactRule.LIKELY_COLUMN.at(
                    severity,
                    new Place(file, cell.line(), cell.column(), ""),
                    message(meaning, candidates),
                    help(meaning, shown(best))));
        }
    }

    private String message(ColumnMeaning meaning, List<Integer> candidates) {
        var best = header.columns().get(candidates.get(0));
        boolean isMeant =
                !header.hasNumbers() && ofNumbers().filter(best::equals).isPresent();
        return "column \"" + shown(candidates.get(0)) + "\" looks like \"" + meaning.word()
                + (isMeant
                        ? "\", and is checked below as if it were" + others("; others that look so: ", candidates)
                        : "\", but is read as a contact field"
                                + others(candidates.size() > 2 ? "; so do " : "; so does ", candidates));
    }

    private String others(String words, List<Integer> candidates) {
        var shown = candidates.stream()
                .skip(1)
                .limit(2)
                .map(at -> '"' + shown(at) + '"')
                .collect(Collectors.joining(", "));
        int more = candidates.size() - 3;
        return candidates.size() == 1 ? "" : words + shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static String help(ColumnMeaning meaning, String column) {
        return "rename it to \"" + meaning.word() + "\", or give --column \"" + column + "=" + meaning.word()
                + "\"; with =field it stays a field, with =ignore it is left out";
    }

    private String shown(int at) {
        return Characters.visible(header.columns().get(at).written());
    }
}
