package dev.muster.forge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an alarm says: the run, which jobs left something, what to do, and what they found, as much of it as there is room for.
 *
 * @param workspace whose jobs they are, or empty
 * @param reasons the jobs that need a person
 * @param left files that an earlier job left which died on the same machine
 * @param files what the jobs found
 */
record AlarmText(PipelineRun run, String workspace, List<JobEnd> reasons, List<String> left, List<ResultFile> files) {
    static final String MARKER = "<!-- muster:{\"v\":1,\"alarm\":true} -->";
    static final String TITLE = "Muster: action needed";

    private static final int MOST_FILES = 20;

    /** What stands around each file. */
    private static final int FRAME = 300;

    AlarmText {
        files = files.stream().sorted(Comparator.comparingInt(ResultFile::rank)).toList();
    }

    /** Whether nothing is left for a person. */
    boolean isEmpty() {
        return reasons.isEmpty() && left.isEmpty();
    }

    /** With what was found, in so many UTF-16 units. */
    String whole(int longest) {
        var head = brief();
        return head + details(longest - head.length());
    }

    /** Without it. */
    String brief() {
        return MARKER + "\n" + run.line() + "\n" + state() + "\n" + introduction();
    }

    /** By which a look that found the same again is known. */
    String state() {
        return sameKind() + digest(reasonLines() + shown().map(ResultFile::bad).collect(Collectors.joining())) + " -->";
    }

    /** How the states of the same workspace begin. */
    String sameKind() {
        return "<!-- muster:found " + (workspace.isEmpty() ? "" : workspace + " ");
    }

    /** Whether nothing of it is about a send of this run. */
    boolean isLook() {
        return reasons.stream().noneMatch(JobEnd::sends);
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Stream<ResultFile> shown() {
        return files.stream().limit(MOST_FILES);
    }

    private String reasonLines() {
        return Stream.concat(reasons.stream().map(JobEnd::shown), left.stream().map(AlarmText::leftBehind))
                .map(reason -> "- " + reason + "\n")
                .collect(Collectors.joining());
    }

    private static String leftBehind(String file) {
        return "an earlier job died on this machine and left `" + file + "`: an artifact of this run has it";
    }

    private String introduction() {
        return "A run" + where() + " needs action: " + run.shown() + ".\n\n" + reasonLines() + "\n" + advice() + "\n";
    }

    private String where() {
        return workspace.isEmpty() ? "" : " of `" + workspace + "`";
    }

    private String advice() {
        if (!left.isEmpty() || !reasons.stream().allMatch(job -> job.isFailedLook() || job.isDanger())) {
            return "Do not simply run it again. Find out what was sent: `muster status`, then `muster resolve KEY`.";
        }
        if (reasons.stream().anyMatch(JobEnd::isDanger)) {
            return "Somebody was messaged who must not be. `muster status` says in which campaign, and how many.";
        }
        return reasons.stream().anyMatch(JobEnd::isStatus)
                ? "Nobody could look how sent campaigns are doing. The log of the run says why. Correct that, then run `muster"
                        + " status`."
                : "Nothing was sent. The log of the run says why it failed. The same run sends nothing until that is corrected.";
    }

    /** One room for all: each file leaves the later ones a part, and what it does not need itself. */
    private String details(int room) {
        var text = new StringBuilder();
        int count = Math.min(files.size(), MOST_FILES);
        for (int at = 0; at < count; at++) {
            int later = count - at - 1;
            int left = room - text.length() - FRAME;
            var part = files.get(at).shown(left - later * (left / (later + 3)) - FRAME, whole());
            text.append("\n").append(part).append("\n");
        }
        return text + leftOut();
    }

    private String whole() {
        return "The whole text is at " + run.url().orElse("the run") + ".";
    }

    private String leftOut() {
        int more = files.size() - MOST_FILES;
        return more <= 0
                ? ""
                : "\n**Left out:** " + more + (more == 1 ? " more file" : " more files")
                        + " of the jobs. The run has them.\n";
    }
}
