package dev.muster.lock.file;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockFormatException;
import dev.muster.lock.SeenRecord;
import dev.muster.lock.SeenRecord.Progress;
import dev.muster.lock.StepMark;
import dev.muster.lock.format.FastInstantParser;
import dev.muster.model.Sha256;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link SeenRecord} as a text of lines. The first is what {@link LastSeenStep} writes of a record on another machine, the last
 * is the digest of those before it:
 *
 * <pre>{@code
 * 43 sha256:…
 * lineage 8d0c6d7e-0000-4000-8000-000000000001
 * running
 * holiday-sale-2026/1 2 CONFIRMED 2026-12-01T10:00:00Z
 * send/20261130T090000Z/1f0c9a2e 1 INTENT 2026-11-30T09:00:00Z
 * sha256:…
 * }</pre>
 */
final class SeenRecordText {
    private static final String LINEAGE = "lineage ";
    private static final String RUNNING = "running";

    private SeenRecordText() {}

    static String write(SeenRecord seen) {
        var text = new StringBuilder();
        text.append(seen.mark().line());
        seen.lineage().ifPresent(lineage -> text.append(LINEAGE).append(lineage).append('\n'));
        text.append(seen.running() ? RUNNING + "\n" : "");
        seen.entries()
                .forEach((subject, progress) -> text.append(subject)
                        .append(' ')
                        .append(progress.steps())
                        .append(' ')
                        .append(progress.state())
                        .append(' ')
                        .append(progress.since())
                        .append('\n'));
        return text.append(Sha256.of(text.toString())).append('\n').toString();
    }

    /** Empty when Muster did not write it so. */
    static Optional<SeenRecord> read(String text) {
        try {
            var lines = text.lines().toList();
            var mark = StepMark.parse(lines.get(0));
            // a mark of a record on another machine is one line
            return lines.size() == 1
                    ? Optional.of(new SeenRecord(mark, Optional.empty(), false, new TreeMap<>()))
                    : Optional.of(read(mark, lines, text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What its first bytes say, without the entries: in the folder of a long record that is enough at almost every look. */
    static Optional<SeenRecord> readHead(String beginning) {
        try {
            var lines = beginning.lines().toList();
            boolean running = lines.size() > 2 && lines.get(2).equals(RUNNING);
            var lineage = lines.stream().skip(1).limit(1).filter(line -> line.startsWith(LINEAGE));
            return Optional.of(new SeenRecord(
                    StepMark.parse(lines.get(0)),
                    lineage.map(line -> line.substring(LINEAGE.length())).findFirst(),
                    running,
                    new TreeMap<>()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static SeenRecord read(StepMark mark, List<String> lines, String text) {
        int last = lines.size() - 1;
        var covered = text.substring(0, text.lastIndexOf(lines.get(last)));
        if (!Sha256.of(covered).equals(new Sha256(lines.get(last)))
                || !lines.get(1).startsWith(LINEAGE)) {
            throw new LockFormatException("its digest does not fit");
        }
        boolean running = lines.get(2).equals(RUNNING);
        var entries = new TreeMap<String, Progress>();
        lines.subList(running ? 3 : 2, last).forEach(line -> {
            var words = line.split(" ", -1);
            entries.put(words[0], progress(words));
        });
        return new SeenRecord(mark, Optional.of(lines.get(1).substring(LINEAGE.length())), running, entries);
    }

    private static Progress progress(String[] words) {
        return new Progress(
                Integer.parseInt(words[1]), EntryState.valueOf(words[2]), FastInstantParser.parse(words[3]));
    }
}
