package dev.muster.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the definitions are when nobody says so: in {@code campaigns}, here or in a folder above, or here or above where the
 * project file is, as for somebody who stands inside of them. It looks no further than the repository that it is in, and into
 * no folder of somebody else: whoever can write to a folder above must not decide who is messaged.
 */
public final class CampaignsFolder {
    private static final Path USUAL = Path.of("campaigns");
    private static final String PROJECT = "muster.yaml";

    private CampaignsFolder() {}

    /** As the user would type it from there; the usual one, there or not, where none is found. */
    static Path near(Path working) {
        if (Files.isDirectory(working.resolve(USUAL))) {
            return USUAL;
        }
        return above(working).orElse(USUAL);
    }

    /** Whether it was found somewhere else than in the usual place. */
    public static boolean isElsewhere(Path found) {
        return !found.equals(USUAL);
    }

    /** The folder of the definitions that this folder belongs to or is beside of, if there is one. */
    private static Optional<Path> above(Path working) {
        var typed = Path.of("");
        for (var here = real(working); here != null && isOfSameOwner(here, working); here = here.getParent()) {
            if (Files.isRegularFile(here.resolve(PROJECT))) {
                return Optional.of(typed.toString().isEmpty() ? Path.of(".") : typed);
            }
            if (Files.isRegularFile(here.resolve(USUAL).resolve(PROJECT))) {
                return Optional.of(typed.resolve(USUAL));
            }
            if (Files.exists(here.resolve(".git"))) {
                return Optional.empty();
            }
            typed = typed.resolve("..");
        }
        return Optional.empty();
    }

    private static @Nullable Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException gone) {
            return null;
        }
    }

    private static boolean isOfSameOwner(Path folder, Path working) {
        try {
            return Files.getOwner(folder).equals(Files.getOwner(working));
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
