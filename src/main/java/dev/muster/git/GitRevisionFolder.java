package dev.muster.git;

import dev.muster.definition.DefinitionFiles;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.UsageException;
import dev.muster.diagnostic.YamlRule;
import dev.muster.plan.BaseRevision;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A campaigns folder as it was at another revision, read out of git into memory with the limits of a folder on disk. It
 * never touches the work tree, checks nothing out, and follows no link. {@code shown} is how the user wrote the folder.
 */
public record GitRevisionFolder(GitCommand git, Path shown) {
    /** How {@code git merge-base} says no; anything above means that it could not tell. */
    private static final int NO = 1;

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");

    public static GitRevisionFolder of(Path folder, Path shown) {
        return new GitRevisionFolder(new GitCommand(folder), shown);
    }

    /** The root of the repository that the folder is in, if it is in one. */
    public Optional<Path> root() {
        try {
            var found = git.run("rev-parse", "--show-toplevel");
            return found.code() == 0 && !found.line().isEmpty()
                    ? Optional.of(Path.of(found.line()).toRealPath())
                    : Optional.empty();
        } catch (EnvironmentException | IOException | InvalidPathException noGit) {
            return Optional.empty();
        }
    }

    /** The commit behind the revision that an option names, or what to do when there is none. */
    public BaseRevision.Name name(String option, String ref) {
        if (ref.isBlank() || ref.startsWith("-")) {
            throw new UsageException(option + " takes a git revision such as main or HEAD~1, not \"" + ref + "\"");
        }
        requireRepository(option);
        new GitNames(git).requireOneMeaning(option, ref);
        var answer = git.run("rev-parse", "--verify", "--quiet", ref + "^{commit}");
        if (answer.code() != 0 || !COMMIT.matcher(answer.line()).matches()) {
            throw new EnvironmentException("git knows no revision \"" + ref + "\" here" + cure(ref));
        }
        return new BaseRevision.Name(ref, answer.line());
    }

    /** Where what is checked out left that revision: what the revision has gained since is nobody's edit here. */
    public BaseRevision.Name mergeBase(BaseRevision.Name revision) {
        var answer = git.run("merge-base", "HEAD", revision.commit());
        if (answer.code() == 0 && COMMIT.matcher(answer.line()).matches()) {
            return answer.line().equals(revision.commit())
                    ? revision
                    : new BaseRevision.Name(revision.ref(), answer.line(), BaseRevision.Found.MERGE_BASE);
        }
        if (isShallow()) {
            return new BaseRevision.Name(revision.ref(), revision.commit(), BaseRevision.Found.WITHOUT_HISTORY);
        }
        if (answer.code() == NO) {
            throw new EnvironmentException("what is checked out and " + revision
                    + " have no commit in common, so there is no difference to show; name a revision of this history");
        }
        return revision; // nothing was committed here yet
    }

    /** Whether a revision is one of these commits; not known means no. */
    public boolean isPartOf(CommitRange range, BaseRevision.Name revision) {
        return git.run("merge-base", "--is-ancestor", revision.commit(), range.end())
                                .code()
                        == 0
                && git.run("merge-base", "--is-ancestor", revision.commit(), range.start())
                                .code()
                        == NO;
    }

    /**
     * The same, where not known means yes: it is reached from the end, or it is what is checked out, such as the merge of
     * both; and nothing shows that the start has it.
     */
    public boolean mayBePartOf(CommitRange range, BaseRevision.Name revision) {
        return (isAncestor(revision, range.end()) || isCheckedOut(revision)) && !isAncestor(revision, range.start());
    }

    private boolean isCheckedOut(BaseRevision.Name revision) {
        return git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
                .line()
                .equals(revision.commit());
    }

    private boolean isAncestor(BaseRevision.Name revision, String commit) {
        return git.run("merge-base", "--is-ancestor", revision.commit(), commit).code() == 0;
    }

    private boolean isShallow() {
        return git.run("rev-parse", "--is-shallow-repository").line().equals("true");
    }

    /** Its definitions; empty when the revision has no such folder. */
    public Optional<Checked<List<SourceFile>>> files(BaseRevision.Name revision) {
        var listed = list(revision.commit());
        return listed.isEmpty() ? Optional.empty() : Optional.of(read(definitions(listed)));
    }

    private void requireRepository(String option) {
        var inside = new GitPlumbing(git).run("rev-parse", "--is-inside-work-tree");
        if (!inside.isGood() || !inside.line().equals("true")) {
            throw new EnvironmentException(
                    "`" + shown + "` is not in a git repository that git can read here, so there is"
                            + " no other revision; leave out " + option
                            + saidByGit(inside.complaint()));
        }
    }

    /**
     * Such as that the folder belongs to somebody else, and what to configure then; that there is no repository is said
     * already.
     */
    private static String saidByGit(String complaint) {
        return complaint.isEmpty() || complaint.contains("not a git repository") ? "" : "\ngit says: " + complaint;
    }

    private String cure(String ref) {
        return isShallow()
                ? ": this is a shallow clone; fetch the revision first, for example with `git fetch --unshallow` or"
                        + " `git fetch --depth=1 origin " + ref + "`"
                : "; `git fetch` it, or correct the name";
    }

    /** Asked from within the folder, git lists that folder only, and its files by their names from there. */
    private List<Entry> list(String commit) {
        var answer = git.run("ls-tree", "-r", "-z", "-l", commit);
        if (answer.code() != 0) {
            throw new EnvironmentException("git cannot list the files of " + commit
                    + "; if this is a partial clone, fetch that revision completely");
        }
        return Stream.of(answer.output().split("\0"))
                .filter(line -> !line.isEmpty())
                .map(Entry::parse)
                .toList();
    }

    private static List<Entry> definitions(List<Entry> listed) {
        return listed.stream()
                .filter(Entry::isDefinition)
                .sorted(Comparator.comparing(Entry::path))
                .toList();
    }

    private Checked<List<SourceFile>> read(List<Entry> entries) {
        if (entries.size() > DefinitionFiles.MOST_FILES) {
            throw new EnvironmentException("`" + shown + "` holds too many YAML files at that revision");
        }
        var files = new ArrayList<SourceFile>();
        var findings = new ArrayList<Diagnostic>();
        try (var blobs = new GitBlobs(git)) {
            for (var entry : entries) {
                var file = read(entry, blobs);
                findings.addAll(file.diagnostics());
                file.value().ifPresent(files::add);
            }
        }
        return Checked.of(files, findings);
    }

    /** Put together as text: git's names are UTF-8, also where Java could not make them into paths. */
    private String path(String below) {
        var folder = shown.toString().replace('\\', '/');
        return folder.isEmpty() ? below : folder.endsWith("/") ? folder + below : folder + "/" + below;
    }

    private Checked<SourceFile> read(Entry entry, GitBlobs blobs) {
        var path = path(entry.path());
        if (!entry.isFile()) {
            var message = "a symbolic link or another repository is not followed";
            return Checked.failed(List.of(YamlRule.NOT_A_FILE.at(Place.of(path), message, "put the file itself here")));
        }
        // the size is known before, so a large file is not even fetched
        return entry.size() > DefinitionFiles.LARGEST_FILE
                ? SourceFile.tooLarge(path)
                : SourceFile.of(path, blobs.read(entry.id()));
    }

    /** One line of {@code ls-tree -l}: {@code <mode> <type> <id> <size>}, a tabulator, the path. */
    private record Entry(String mode, String id, long size, String path) {
        static Entry parse(String line) {
            int tab = line.indexOf('\t');
            var words = line.substring(0, tab).split(" +", -1);
            long size = words[3].equals("-") ? 0 : Long.parseLong(words[3]);
            return new Entry(words[0], words[2], size, line.substring(tab + 1));
        }

        boolean isFile() {
            return mode.startsWith("100");
        }

        boolean isDefinition() {
            return SourceFile.isYaml(path) && Stream.of(path.split("/", -1)).noneMatch(part -> part.startsWith("."));
        }
    }
}
