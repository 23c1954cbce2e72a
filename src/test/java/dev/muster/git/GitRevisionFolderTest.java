package dev.muster.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.definition.DefinitionFiles;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.plan.BaseRevision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder read out of real git repositories. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitRevisionFolderTest {
    @TempDir
    private Path place;

    private Path repository;

    @BeforeEach
    void init() throws IOException {
        repository = place.resolve("repository");
        Files.createDirectories(repository.resolve("campaigns/2026"));
        git(repository, "init", "-q", "-b", "main");
    }

    @Test
    void reads_what_a_revision_held_whatever_the_folder_holds_now() throws IOException {
        write("campaigns/b.yaml", "old b");
        write("campaigns/2026/a ü.yml", "old a\r\n");
        write("campaigns/.hidden/c.yaml", "hidden");
        write("campaigns/notes.txt", "no definition");
        write("campaigns-of-others/d.yaml", "another folder");
        write("e.yaml", "outside");
        commit();
        write("campaigns/b.yaml", "new b");
        Files.delete(repository.resolve("campaigns/2026/a ü.yml"));
        var before = status();

        var files = read("HEAD");

        assertThat(files.value())
                .contains(List.of(
                        new SourceFile("campaigns/2026/a ü.yml", "old a\r\n"),
                        new SourceFile("campaigns/b.yaml", "old b")));
        assertThat(files.diagnostics()).isEmpty();
        assertThat(status()).isEqualTo(before);
    }

    @Test
    void the_folder_may_be_the_repository_itself() throws IOException {
        write("e.yaml", "inside");
        commit();

        var folder = GitRevisionFolder.of(repository, Path.of("."));

        assertThat(folder.files(folder.name("--base", "main"))
                        .orElseThrow()
                        .value()
                        .orElseThrow())
                .extracting(SourceFile::text)
                .containsExactly("inside");
    }

    @Test
    void takes_any_name_that_git_knows_for_a_commit() throws IOException {
        write("campaigns/b.yaml", "b");
        commit();
        git(repository, "tag", "-a", "-m", "annotated", "v1");
        var commit = git(repository, "rev-parse", "HEAD").strip();

        assertThat(List.of("HEAD", "main", "v1", commit, commit.substring(0, 8)))
                .allSatisfy(ref ->
                        assertThat(campaigns().name("--base", ref).commit()).isEqualTo(commit));
    }

    @Test
    void refuses_names_that_are_options_or_no_commit() throws IOException {
        write("campaigns/b.yaml", "b");
        commit();

        assertThat(List.of("", " ", "--all", "-n"))
                .allSatisfy(ref -> assertThatThrownBy(() -> campaigns().name("--base", ref))
                        .isInstanceOf(UsageException.class));
        assertThat(List.of("HEAD~1", "nowhere", "HEAD:campaigns", "main..main"))
                .allSatisfy(ref -> assertThatThrownBy(() -> campaigns().name("--base", ref))
                        .isInstanceOf(EnvironmentException.class)
                        .hasMessageContaining("git knows no revision \"" + ref + "\""));
    }

    @Test
    void says_how_to_get_a_revision_that_a_shallow_clone_lacks() throws IOException {
        write("campaigns/b.yaml", "b");
        commit();
        commit();
        git(place, "clone", "-q", "--depth=1", repository.toUri().toString(), "shallow");
        var shallow = GitRevisionFolder.of(place.resolve("shallow/campaigns"), Path.of("campaigns"));

        assertThat(shallow.files(shallow.name("--base", "HEAD"))
                        .orElseThrow()
                        .value()
                        .orElseThrow())
                .hasSize(1);
        assertThatThrownBy(() -> shallow.name("--base", "HEAD~1"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("shallow clone")
                .hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void a_revision_without_the_folder_has_no_files() throws IOException {
        write("e.yaml", "outside");
        commit();

        assertThat(campaigns().files(campaigns().name("--base", "HEAD"))).isEmpty();
    }

    @Test
    void a_folder_without_definitions_is_still_a_folder() throws IOException {
        write("campaigns/notes.txt", "soon");
        commit();

        assertThat(read("HEAD").value()).contains(List.of());
    }

    @Test
    void a_folder_outside_of_git_is_refused() {
        var outside = GitRevisionFolder.of(place, Path.of("campaigns"));

        assertThatThrownBy(() -> outside.name("--base", "HEAD"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("not in a git repository");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_symbolic_link_is_a_finding_and_never_followed() throws IOException {
        write("campaigns/b.yaml", "b");
        Files.createSymbolicLink(repository.resolve("campaigns/link.yaml"), Path.of("/etc/passwd"));
        commit();

        var files = read("HEAD");

        assertThat(files.value().orElseThrow()).extracting(SourceFile::text).containsExactly("b");
        assertThat(files.diagnostics()).extracting(Diagnostic::id).containsExactly("yaml/not-a-file");
        assertThat(files.diagnostics().get(0).place().file()).isEqualTo("campaigns/link.yaml");
    }

    @Test
    void what_is_too_large_or_not_text_is_a_finding() throws IOException {
        write("campaigns/large.yaml", "x".repeat(DefinitionFiles.LARGEST_FILE + 1));
        write("campaigns/just-fits.yaml", "x".repeat(DefinitionFiles.LARGEST_FILE));
        Files.write(repository.resolve("campaigns/latin.yaml"), new byte[] {'a', (byte) 0xE9});
        commit();

        var files = read("HEAD");

        assertThat(files.value().orElseThrow())
                .extracting(SourceFile::path)
                .containsExactly("campaigns/just-fits.yaml");
        assertThat(files.diagnostics()).extracting(Diagnostic::id).containsExactly("yaml/too-large", "yaml/not-utf8");
    }

    @Test
    void a_name_that_is_not_utf8_is_a_finding() throws IOException {
        write("campaigns/b.yaml", "b");
        git(repository, "add", "-A");
        var blob = git(repository, "rev-parse", ":campaigns/b.yaml").strip();
        var entry = ("100644 blob " + blob + "\tgr").getBytes(StandardCharsets.UTF_8);
        var name = ByteBuffer.allocate(entry.length + 7)
                .put(entry)
                .put((byte) 0xFC)
                .put(".yaml\0".getBytes(StandardCharsets.UTF_8));
        var tree = feed(name.array(), "mktree", "-z");
        var root = feed(("040000 tree " + tree + "\tcampaigns\0").getBytes(StandardCharsets.UTF_8), "mktree", "-z");
        var commit = git(repository, "commit-tree", "-m", "a name", root).strip();

        assertThat(read(commit).diagnostics()).extracting(Diagnostic::id).containsExactly("yaml/name-not-utf8");
    }

    @Test
    void a_name_that_is_a_branch_and_a_tag_is_refused() throws IOException {
        commit();
        git(repository, "tag", "main");

        refused("main", "refs/heads/main", "refs/tags/main");
        refused("main~0", "refs/heads/main", "refs/tags/main");
        refused("main@{0}", "refs/heads/main", "refs/tags/main");
        assertThat(campaigns().name("--base", "refs/heads/main").commit()).hasSize(40);
        assertThat(campaigns().name("--base", "heads/main").commit()).hasSize(40);
    }

    @Test
    void a_name_that_is_a_branch_and_of_a_remote_or_of_git_or_a_commit_is_refused() throws IOException {
        commit();
        var commit = git(repository, "rev-parse", "HEAD").strip();
        var begin = commit.substring(0, 8);
        for (var branch : List.of("origin/next", "HEAD", begin, commit, "v1-2-g" + begin, "plain")) {
            git(repository, "update-ref", "refs/heads/" + branch, commit);
        }
        git(repository, "update-ref", "refs/remotes/origin/next", commit);
        git(repository, "update-ref", "refs/remotes/plain/HEAD", commit);

        refused("origin/next", "refs/heads/origin/next", "refs/remotes/origin/next");
        refused("HEAD", "refs/heads/HEAD", "HEAD itself");
        refused("HEAD^{commit}", "refs/heads/HEAD", "HEAD itself");
        refused(begin, "refs/heads/" + begin, "the commit " + commit);
        refused(commit, "refs/heads/" + commit, "the commit " + commit);
        refused("v1-2-g" + begin, "refs/heads/v1-2-g" + begin, "the commit " + commit);
        refused("plain", "refs/heads/plain", "refs/remotes/plain/HEAD");
    }

    private void refused(String ref, String one, String other) {
        assertThatThrownBy(() -> campaigns().name("--base", ref))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--base " + ref + " could be ")
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @Test
    void what_is_compared_with_is_where_the_branch_left() throws IOException {
        commit();
        var left = git(repository, "rev-parse", "HEAD").strip();
        git(repository, "checkout", "-q", "-b", "mine");
        write("campaigns/mine.yaml", "mine");
        commit();
        git(repository, "checkout", "-q", "main");
        write("campaigns/new-on-main.yaml", "new");
        commit();
        git(repository, "checkout", "-q", "mine");

        var base = campaigns().mergeBase(campaigns().name("--base", "main"));

        assertThat(base).isEqualTo(new BaseRevision.Name("main", left, BaseRevision.Found.MERGE_BASE));
        var own = campaigns().name("--base", "HEAD^");
        assertThat(campaigns().mergeBase(own)).isEqualTo(own);
    }

    @Test
    void histories_without_a_common_commit_have_no_difference() throws IOException {
        commit();
        git(repository, "checkout", "-q", "--orphan", "other");
        write("campaigns/other.yaml", "other");
        commit();

        assertThatThrownBy(() -> campaigns().mergeBase(campaigns().name("--base", "main")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("have no commit in common");
    }

    @Test
    void a_shallow_clone_says_that_it_cannot_see_where_the_branch_left() throws IOException {
        write("campaigns/a.yaml", "a");
        commit();
        git(repository, "checkout", "-q", "-b", "mine");
        write("campaigns/mine.yaml", "mine");
        commit();
        git(repository, "checkout", "-q", "main");
        write("campaigns/theirs.yaml", "theirs");
        commit();
        var url = repository.toUri().toString();
        git(place, "clone", "-q", "--depth=1", "-b", "mine", url, "shallow");
        git(place.resolve("shallow"), "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main");
        var folder = GitRevisionFolder.of(place.resolve("shallow/campaigns"), Path.of("campaigns"));

        var base = folder.mergeBase(folder.name("--base", "origin/main"));

        assertThat(base.found()).isEqualTo(BaseRevision.Found.WITHOUT_HISTORY);
    }

    @Test
    void a_commit_is_part_of_a_run_or_not() throws IOException {
        for (int i = 0; i < 4; i++) {
            write("campaigns/a.yaml", "version " + i);
            commit();
        }
        var push = new CommitRange(git(repository, "rev-parse", "HEAD~2").strip(), "HEAD");

        assertThat(campaigns().isPartOf(push, campaigns().name("--policy-from", "HEAD^1")))
                .isTrue();
        assertThat(campaigns().isPartOf(push, campaigns().name("--policy-from", "HEAD~2")))
                .isFalse();
        assertThat(campaigns().isPartOf(push, campaigns().name("--policy-from", "HEAD~3")))
                .isFalse();
        var unknown = new CommitRange("1".repeat(40), "HEAD");
        assertThat(campaigns().isPartOf(unknown, campaigns().name("--policy-from", "HEAD")))
                .isFalse();
    }

    private String feed(byte[] input, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(repository.toFile()).start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private GitRevisionFolder campaigns() {
        return GitRevisionFolder.of(repository.resolve("campaigns"), Path.of("campaigns"));
    }

    private Checked<List<SourceFile>> read(String ref) {
        return campaigns().files(campaigns().name("--base", ref)).orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        var path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void commit() throws IOException {
        git(repository, "add", "-A");
        git(repository, "commit", "-q", "--allow-empty", "-m", "a change");
    }

    private String status() throws IOException {
        return git(repository, "status", "--porcelain");
    }

    private static String git(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
