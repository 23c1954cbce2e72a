package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Applies to whom the operating system refuses a write, somewhere in the middle of a step or from the start. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskTest {
    private static final int CAMPAIGNS = 3;
    private static final int REFUSED = 3;
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    /** {@code ulimit -f} counts blocks of 512 bytes; a step takes three or four. */
    @Test
    void a_file_that_may_not_grow_ends_the_run_and_the_next_one_goes_on() throws IOException {
        var codes = new HashSet<Integer>();
        for (int blocks : new int[] {0, 1, 3, 5, 8, 12}) {
            var here = Files.createDirectory(folder.resolve("limit-" + blocks));
            try (var posts = Posts.open(here.resolve("seax"))) {
                var office = Office.at(posts.sandbox(), here, CAMPAIGNS);
                try (var apply = office.applyBy("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\"")) {
                    codes.add(apply.exitCode());
                    office.feedBack(apply);
                }
                office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
            }
        }
        assertThat(codes)
                .as("before the first send, and after a post")
                .contains(1, 6)
                .doesNotContain(0, 70);
    }

    @Test
    void a_disk_that_is_full_ends_the_run_and_the_next_one_goes_on() throws Exception {
        for (int pages = 0; pages <= 5; pages++) {
            var here = Files.createDirectory(folder.resolve("full-" + pages));
            var locks = Files.createDirectory(here.resolve("campaigns"));
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", locks.toString()),
                    "only the superuser can make a small disk, where a container lets it");
            try (var posts = Posts.open(here.resolve("seax"))) {
                fullWithRoomFor(pages, Office.at(posts.sandbox(), here, CAMPAIGNS));
            } finally {
                run("umount", "-l", locks.toString());
            }
        }
    }

    private static void fullWithRoomFor(int pages, Office office) throws IOException {
        int messages = office.messagesToSend();
        var filler = fill(office.lockFolder().resolve("filler"), pages);
        try (var apply = office.applyFor(messages)) {
            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isIn(1, REFUSED, 5, 6);
            Files.delete(filler);
            office.feedBack(apply);
        }
        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
    }

    @Test
    void a_folder_that_may_not_be_written_sends_nothing() throws IOException {
        try (var posts = Posts.open(folder.resolve("seax"))) {
            var office = Office.at(posts.sandbox(), folder, CAMPAIGNS);
            var modes = Files.getPosixFilePermissions(office.lockFolder());
            Files.setPosixFilePermissions(office.lockFolder(), PosixFilePermissions.fromString("r-xr-xr-x"));
            try (var apply = Files.isWritable(office.lockFolder())
                    ? office.applyBy(withoutPrivilege(), "--bounding-set=-dac_override,-dac_read_search")
                    : office.apply()) {
                assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isEqualTo(REFUSED);
                assertThat(apply.errors()).contains("office.lock");
            }
            assertThat(posts.count()).isZero();

            Files.setPosixFilePermissions(office.lockFolder(), modes);
            office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
            assertThat(posts.count()).isEqualTo(CAMPAIGNS);
        }
    }

    /** The superuser may write everywhere, unless it gives that up. */
    private static String withoutPrivilege() {
        var setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "the superuser needs setpriv to be refused anything");
        return setpriv.toString();
    }

    /** Takes all the room there is, and gives so many pages back. */
    private static Path fill(Path file, int pages) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int page = 0; page < 1000; page++) {
                out.write(new byte[PAGE]);
            }
        } catch (IOException full) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate((Files.size(file) / PAGE - pages) * PAGE);
                return file;
            }
        }
        throw new IllegalStateException("there was room for more than it was made for");
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
