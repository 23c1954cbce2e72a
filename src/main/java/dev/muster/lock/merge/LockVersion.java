package dev.muster.lock.merge;

import dev.muster.diagnostic.MergeMarks;
import dev.muster.diagnostic.MergeSides;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.format.LockJson;
import dev.muster.model.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One version of a lock file as text, and how a refusal calls it. Git may have changed its line ends, or may have left two
 * versions in it between conflict marks.
 *
 * @param isPart whether it stood between such marks: git may then have joined some of its lines with others
 */
public record LockVersion(String name, String text, boolean isPart) {
    private static final Pattern DIGEST =
            Pattern.compile("^  \"digest\": \"(sha256:[0-9a-f]{64})\"\\r?$", Pattern.MULTILINE);

    public LockVersion(String name, String text) {
        this(name, text, false);
    }

    public LockFile read() {
        var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return LockJson.read(name, new ByteArrayInputStream(bytes), bytes.length);
    }

    /** The digest that its last line names, whether it fits or not. */
    Optional<Sha256> named() {
        return digests().reduce((first, last) -> last);
    }

    /** Whether git left a mark in it, also where others were taken out. */
    public boolean isMarked() {
        return MergeMarks.line(text).isPresent();
    }

    /** What git put into it between conflict marks. Where not all marks are there any more, the versions' digests still are. */
    public Optional<LockVersions> sides() {
        return MergeSides.of(text).map(this::sides).or(this::digestsOnly);
    }

    /** Why its versions cannot be joined, where it does not even name them; {@code befores} are commands that show them. */
    public LockException refusedAsCut(List<String> befores) {
        return LockErrors.cut(name, befores);
    }

    private LockVersions sides(MergeSides sides) {
        return new LockVersions(
                sides.base().map(side -> side("the common version", side.label(), side.text())),
                side("our side", sides.ours().label(), sides.ours().text()),
                side("their side", sides.theirs().label(), sides.theirs().text()));
    }

    private Optional<LockVersions> digestsOnly() {
        var digests = digests().distinct().toList();
        return isMarked() && digests.size() == 2
                ? Optional.of(new LockVersions(
                        Optional.empty(),
                        side("our side", "its marks are not whole", line(digests.get(0))),
                        side("their side", "its marks are not whole", line(digests.get(1)))))
                : Optional.empty();
    }

    private LockVersion side(String which, String label, String content) {
        return new LockVersion(name + ", " + which + " (" + label + ")", content, true);
    }

    private static String line(Sha256 digest) {
        return "  \"digest\": \"" + digest + "\"\n";
    }

    private Stream<Sha256> digests() {
        return DIGEST.matcher(text).results().map(found -> new Sha256(found.group(1)));
    }
}
