package dev.muster.cli.record;

import dev.muster.cli.command.CommandContext;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Lock;
import dev.muster.lock.Rescue;
import dev.muster.lock.format.RescueLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Where an outcome goes that the lock could not take: beside the lock, else into the folder for temporary files, else on the
 * screen. While one is kept, nothing more is sent.
 */
public record RescueFile(CommandContext session, String workspace) {
    /** What the printed line begins with, so that people and programs find it. */
    static final String PRINTED = "MUSTER-RESCUE ";

    /** Keeps it durably; empty when no place takes it. An earlier one is never overwritten. */
    public Optional<Path> keep(Rescue rescue) {
        return places(rescue.lineage()).stream()
                .filter(place -> isKept(place, rescue))
                .findFirst();
    }

    /** Why nothing may be sent, and no doubt ended, while an outcome waits to be fed back: the lock knows less than we do. */
    public Optional<String> unfed(Optional<Lock> lock) {
        return lock.stream()
                .flatMap(known -> places(known.lineage()).stream())
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> "the outcome of an earlier send is in " + file
                        + " and not in the lock; feed it back first: " + command(Optional.of(file)));
    }

    /** The same as something that must be read, for commands that change nothing. */
    public void warn(Optional<Lock> lock) {
        unfed(lock).ifPresent(session.console()::error);
    }

    /** What a person types to feed it back. */
    public static String command(Optional<Path> kept) {
        return "muster lock adopt --rescue " + kept.map(Path::toString).orElse("-");
    }

    static void remove(Path fed) {
        try {
            Files.deleteIfExists(fed);
        } catch (IOException e) {
            throw new EnvironmentException("it is recorded; remove " + fed + " by hand: " + e.getMessage(), e);
        }
    }

    private List<Path> places(String lineage) {
        var temporary = session.surroundings().variable("TMPDIR").orElse(System.getProperty("java.io.tmpdir"));
        return List.of(
                session.campaigns().resolve(workspace + ".lock.rescue.json"),
                Path.of(temporary).resolve("muster-" + workspace + "-" + lineage + ".lock.rescue.json"));
    }

    private static boolean isKept(Path place, Rescue rescue) {
        try (var file = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return isWritten(file, place, rescue);
        } catch (IOException next) {
            return false;
        }
    }

    /** Half an outcome would be found before the whole one in the next place, so it does not stay. */
    private static boolean isWritten(FileChannel file, Path place, Rescue rescue) throws IOException {
        try {
            var bytes = ByteBuffer.wrap(RescueLine.write(rescue).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
            return true;
        } catch (IOException full) {
            Files.delete(place);
            return false;
        }
    }
}
