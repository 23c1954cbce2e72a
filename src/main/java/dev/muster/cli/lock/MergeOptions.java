package dev.muster.cli.lock;

import dev.muster.cli.command.CommandContext;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.MergeDecision.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which side a person takes where two versions of the lock contradict each other. */
final class MergeOptions {
    private static final Map<String, Side> SIDES = Map.of("ours", Side.OURS, "theirs", Side.THEIRS);

    @Option(
            names = "--take",
            paramLabel = "SIDE",
            description =
                    "Where both contradict each other, keep ours or theirs. For one entry write ENTRY=SIDE, such as"
                            + " sale/1=ours; repeat it for others. What the other side knew stays in the entry.")
    private List<String> take = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "With --take: why; it stays in the lock.")
    private @Nullable String reason;

    Optional<MergeDecision> decision(CommandContext session) {
        if (take.isEmpty() != (reason == null || reason.isBlank())) {
            throw new UsageException("give --take and --reason \"…\" together; the reason stays in the lock");
        }
        if (reason == null || take.isEmpty()) {
            return Optional.empty();
        }
        var sides = new HashMap<String, Side>();
        take.forEach(word -> add(word, sides));
        var all = Optional.ofNullable(sides.remove(""));
        return Optional.of(new MergeDecision(
                all,
                sides,
                reason,
                session.surroundings().clock().instant(),
                session.who().id()));
    }

    private static void add(String word, Map<String, Side> sides) {
        int split = word.lastIndexOf('=');
        var side = SIDES.get(word.substring(split + 1));
        if (side == null || split == 0) {
            throw new UsageException(
                    "--take is ours, theirs, or an entry and its side such as sale/1=ours, not: " + word);
        }
        if (sides.put(word.substring(0, Math.max(0, split)), side) != null) {
            throw new UsageException("--take names the side twice: " + word);
        }
    }
}
