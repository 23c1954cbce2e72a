package dev.muster.cli;

import dev.muster.apply.CampaignSender;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.SandboxClock;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.lock.file.FileSystemPort;
import dev.muster.lock.file.LocalDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The program in a process whose parent decides what happens to it: at one point of an apply it says where it is and waits,
 * its time is what the parent says, and its patience after a signal is short. It exists in the tests only; what is shipped
 * has no such points.
 */
public final class WatchedProgram {
    /** Where to wait, as {@code point:times}, such as {@code AFTER_INTENT:2}; without it nowhere. */
    public static final String POINT = "MUSTER_FAILPOINT";

    /** The file with how far its clock is ahead, as {@code PT11M}; it may change at any time. */
    public static final String AHEAD = "MUSTER_CLOCK_AHEAD";

    private static final Duration GRACE = Duration.ofMillis(200);

    /** The moments of an apply, in order; those of the fold come once. */
    public enum Point {
        BEFORE_INTENT,
        TORN_INTENT,
        AFTER_INTENT,
        BEFORE_POST,
        AFTER_POST,
        AFTER_WITNESS,
        TORN_OUTCOME,
        AFTER_OUTCOME,
        BEFORE_FOLD,
        DURING_FOLD,
        AFTER_FOLD
    }

    private final Optional<Point> point;
    private int times;

    private WatchedProgram(Map<String, String> environment) {
        var named = Optional.ofNullable(environment.get(POINT)).map(text -> text.split(":", 2));
        this.point = named.map(parts -> Point.valueOf(parts[0]));
        this.times = named.map(parts -> Integer.parseInt(parts[1])).orElse(0);
    }

    public static void main(String[] args) {
        var interruption = new ShutdownHandler(GRACE);
        int code = Main.run(args, new WatchedProgram(System.getenv()).around(ProcessEnvironment.with(interruption)));
        interruption.end(code);
        System.exit(code);
    }

    private ProgramEnvironment around(ProgramEnvironment real) {
        return new ProgramEnvironment(
                real.in(),
                real.out(),
                real.err(),
                real.environment(),
                real.folder(),
                real.terminal(),
                real.errors(),
                clock(real),
                real.ids(),
                around(SameClock.with(real.connector())),
                real.interruption(),
                new WatchedDisk());
    }

    private static Clock clock(ProgramEnvironment real) {
        return real.variable(AHEAD)
                .map(file -> ahead(real.clock(), Path.of(file)))
                .orElse(real.clock());
    }

    /** A clock that is as far ahead as a file says. */
    public static Clock ahead(Clock real, Path file) {
        return new SandboxClock(() -> real.instant().plus(ahead(file)));
    }

    private static Duration ahead(Path file) {
        try {
            return Duration.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkspaceClientFactory around(WorkspaceClientFactory real) {
        return Rewired.sender(real, this::around);
    }

    private CampaignSender around(CampaignSender real) {
        return body -> {
            reach(Point.BEFORE_POST);
            var answer = real.post(body);
            reach(Point.AFTER_POST);
            return answer;
        };
    }

    /** Says that it is here, and goes on at a word from the parent; without a parent it dies. */
    private void reach(Point reached) {
        if (point.filter(reached::equals).isEmpty() || --times != 0) {
            return;
        }
        try {
            System.out.println("reached " + reached);
            System.out.flush();
            if (System.in.read() < 0) {
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Knows from what is written which step of an apply it is. */
    private final class WatchedDisk implements FileSystemPort {
        private final FileSystemPort disk = new LocalDisk();
        private boolean hasSteps;

        @Override
        public void append(Path file, byte[] bytes) throws IOException {
            var line = new String(bytes, StandardCharsets.UTF_8);
            if (line.contains("\"state\":\"INTENT\"")) {
                reach(Point.BEFORE_INTENT);
                tearable(Point.TORN_INTENT, file, bytes);
                reach(Point.AFTER_INTENT);
            } else if (line.contains("\"entry\":")) {
                tearable(Point.TORN_OUTCOME, file, bytes);
                reach(Point.AFTER_OUTCOME);
            } else {
                disk.append(file, bytes);
                hasSteps |= bytes.length > 0;
                if (line.contains("\"answer\":")) {
                    reach(Point.AFTER_WITNESS);
                }
            }
        }

        /** Where it is to be torn, half of it is there while the parent may kill. */
        private void tearable(Point torn, Path file, byte[] bytes) throws IOException {
            hasSteps = true;
            if (point.filter(torn::equals).isPresent() && times == 1) {
                disk.append(file, Arrays.copyOf(bytes, bytes.length / 2));
                reach(torn);
                disk.append(file, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
            } else {
                disk.append(file, bytes);
                reach(torn);
            }
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            reachFold(Point.BEFORE_FOLD);
            disk.write(file, bytes);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            reachFold(Point.DURING_FOLD);
            disk.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            reachFold(Point.AFTER_FOLD);
            disk.delete(file);
        }

        /** A lock that is written before the first step is new or mended, and no fold of this run. */
        private void reachFold(Point reached) {
            if (hasSteps) {
                reach(reached);
            }
        }

        @Override
        public Optional<Content> read(Path file) throws IOException {
            return disk.read(file);
        }

        @Override
        public void sync(Path folder) throws IOException {
            disk.sync(folder);
        }

        @Override
        public Optional<Hold> hold(Path file, String owner) throws IOException {
            return disk.hold(file, owner);
        }
    }
}
