package dev.muster.lock.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A disk in memory that remembers what {@link LocalDisk} asks of the operating system, call by call, so that what a loss of
 * power may leave can be made afterwards; and that refuses the n-th call when asked to.
 */
final class TracedDisk implements FileSystemPort {
    private static final byte[] NOTHING = {};
    private static final int BLOCK = 512;

    private final List<Call> trace = new ArrayList<>();
    private final State now = new State();
    private int files;
    private int calls;
    private int refuseAt;
    private boolean forEver;
    private boolean halfway;
    private String error = "";
    private boolean refused;
    private boolean readsFail;

    /** One call. A name that is made, moved or deleted is durable once its folder is forced, content once its file is. */
    private sealed interface Call {
        record Create(Path name, int file) implements Call {}

        /** {@code bytes} are the characters of the same numbers. */
        record Write(int file, String bytes, boolean fromStart) implements Call {
            Write first(int length) {
                return new Write(file, bytes.substring(0, length), fromStart);
            }
        }

        record Force(int file) implements Call {}

        record Move(Path from, Path to) implements Call {}

        record Delete(Path name) implements Call {}

        record ForceFolder() implements Call {}
    }

    /** What is on a disk: names, and what is in the files. */
    private static final class State {
        private final Map<Path, Integer> names = new TreeMap<>();
        private final Map<Integer, byte[]> contents = new TreeMap<>();

        void take(Call call) {
            if (call instanceof Call.Create create) {
                names.put(create.name(), create.file());
            } else if (call instanceof Call.Write write) {
                write(write.file(), write.bytes().getBytes(ISO_8859_1), write.fromStart());
            } else if (call instanceof Call.Move move) {
                Optional.ofNullable(names.remove(move.from())).ifPresent(file -> names.put(move.to(), file));
            } else if (call instanceof Call.Delete delete) {
                names.remove(delete.name());
            }
        }

        private void write(int file, byte[] bytes, boolean fromStart) {
            var before = fromStart ? NOTHING : contents.getOrDefault(file, NOTHING);
            var after = Arrays.copyOf(before, before.length + bytes.length);
            System.arraycopy(bytes, 0, after, before.length, bytes.length);
            contents.put(file, after);
        }

        Optional<Content> read(Path path) {
            return Optional.ofNullable(names.get(path))
                    .map(file -> contents.getOrDefault(file, NOTHING))
                    .map(bytes -> new Content(new ByteArrayInputStream(bytes), bytes.length));
        }
    }

    /** What a loss of power left, and which calls of the unsynced ones are in it. */
    record Left(String what, TracedDisk disk) {
        @Override
        public String toString() {
            return what;
        }
    }

    List<?> trace() {
        return trace;
    }

    /** All that may be left after so many calls: any of the unsynced ones, the last write of them whole or torn. */
    List<Left> states(int length) {
        var pending = pending(length);
        var states = new ArrayList<Left>();
        for (int subset = 0; subset < 1 << pending.size(); subset++) {
            int chosen = subset;
            var kept = IntStream.range(0, pending.size())
                    .filter(bit -> (chosen >> bit & 1) == 1)
                    .mapToObj(pending::get)
                    .toList();
            for (int torn : tears(kept)) {
                states.add(new Left(kept.size() + " unsynced, torn at " + torn, left(length, pending, kept, torn)));
            }
        }
        return states;
    }

    /** The calls that nothing has made durable yet. */
    private List<Integer> pending(int length) {
        return IntStream.range(0, length)
                .filter(call -> !isDurable(call, length))
                .boxed()
                .toList();
    }

    private boolean isDurable(int call, int length) {
        var later = trace.subList(call + 1, length);
        if (trace.get(call) instanceof Call.Write write) {
            return later.contains(new Call.Force(write.file()));
        }
        boolean isAboutNames =
                !(trace.get(call) instanceof Call.Force) && !(trace.get(call) instanceof Call.ForceFolder);
        return !isAboutNames || later.contains(new Call.ForceFolder());
    }

    private List<Integer> tears(List<Integer> kept) {
        var last = kept.isEmpty() ? Optional.<Call>empty() : Optional.of(trace.get(kept.get(kept.size() - 1)));
        return last.filter(Call.Write.class::isInstance)
                .map(call -> ((Call.Write) call).bytes().length())
                .filter(length -> length > 0)
                .map(length -> List.of(0, Math.min(BLOCK, length), length / 2, length))
                .orElse(List.of(-1));
    }

    private TracedDisk left(int length, List<Integer> pending, List<Integer> kept, int torn) {
        var disk = new TracedDisk();
        for (int call = 0; call < length; call++) {
            if (!pending.contains(call) || kept.contains(call)) {
                boolean tear = torn >= 0 && call == kept.get(kept.size() - 1);
                disk.now.take(tear ? ((Call.Write) trace.get(call)).first(torn) : trace.get(call));
            }
        }
        return disk;
    }

    /** Refuses the n-th call from now on, once or from then on, before it does anything or halfway through. */
    void refuse(int at, String why, boolean always, boolean half) {
        refuseAt = at;
        error = why;
        forEver = always;
        halfway = half;
    }

    void refuseReads(String why) {
        readsFail = true;
        error = why;
    }

    boolean refused() {
        return refused;
    }

    void repair() {
        refuseAt = 0;
    }

    private void call(Call call) throws IOException {
        calls++;
        if (refuseAt > 0 && (calls == refuseAt || (forEver && calls > refuseAt))) {
            refused = true;
            if (halfway && call instanceof Call.Write write) {
                now.take(write.first(write.bytes().length() / 2));
            }
            throw new IOException(error);
        }
        trace.add(call);
        now.take(call);
    }

    private int create(Path path) throws IOException {
        var there = now.names.get(path);
        if (there != null) {
            return there;
        }
        call(new Call.Create(path, ++files));
        return files;
    }

    @Override
    public Optional<Content> read(Path file) throws IOException {
        if (readsFail) {
            throw new IOException(error);
        }
        return now.read(file);
    }

    @Override
    public void write(Path path, byte[] bytes) throws IOException {
        int file = create(path);
        call(new Call.Write(file, new String(bytes, ISO_8859_1), true));
        call(new Call.Force(file));
    }

    @Override
    public void append(Path path, byte[] bytes) throws IOException {
        int file = create(path);
        call(new Call.Write(file, new String(bytes, ISO_8859_1), false));
        call(new Call.Force(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        call(new Call.Move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        call(new Call.Delete(file));
    }

    @Override
    public void sync(Path folder) throws IOException {
        call(new Call.ForceFolder());
    }

    @Override
    public Optional<Hold> hold(Path file, String owner) {
        return Optional.of(() -> {});
    }
}
