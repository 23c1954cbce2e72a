package dev.muster.forge;

import java.util.List;
import java.util.Set;

/**
 * How a job of a pipeline ended, as far as the pipeline knows.
 *
 * @param job its name; a job that sends is called {@code apply}
 * @param result what the CI system says, such as {@code failure}; empty where it says nothing
 * @param code Muster's exit code; empty where it told none
 * @param sent whether it sent anything: {@code true}, {@code false}, or what nobody knows
 */
public record JobEnd(String job, String result, String code, String sent) {
    private static final Set<String> GOOD = Set.of("0", "2");
    private static final Set<String> DOUBTS = Set.of("5", "6", "70");
    private static final Set<String> REFUSALS = Set.of("3", "4", "64");
    private static final Set<String> ERRORS = Set.of("1", "130");
    private static final Set<String> FAILED = Set.of("failure", "failed");
    private static final Set<String> CANCELLED = Set.of("cancelled", "canceled");

    /**
     * A line such as {@code apply failure code:6 sent:true}; what is not known is left out or empty.
     *
     * @throws IllegalArgumentException with what to say to a person, where a word of it is not known
     */
    public static JobEnd of(String line) {
        return JobEndParser.parse(line);
    }

    /** The same, with what the job's own result says, where there is one. */
    JobEnd with(List<ResultEnd> ends) {
        return ends.stream()
                .filter(end -> job.startsWith(end.command()))
                .findFirst()
                .map(end -> new JobEnd(job, result, end.code(), end.sent()))
                .orElse(this);
    }

    /**
     * Whether it leaves something for a person: a doubt, a failure that went out, a bug; a send that was stopped or whose machine
     * was lost; somebody who was messaged and must not be. A reviewer's no, a plan that is stale and a lock that another run
     * holds leave nothing behind. ci.md has it as a table.
     *
     * @param wasBegun whether it is known to have begun
     * @param isWatched whether somebody sees how the run ends; where nobody does, a look that fails is told as well
     */
    boolean needsPerson(boolean wasBegun, boolean isWatched) {
        return DOUBTS.contains(code) || isDanger() || (sends() && wentOut(wasBegun)) || (!isWatched && failedUnseen());
    }

    /** Whether it sent nothing and was told only because nobody watches. */
    boolean isFailedLook() {
        return !DOUBTS.contains(code) && !isDanger() && !(sends() && wentOut(true));
    }

    /** Whether somebody was messaged who must not be: only a status says so with this code. */
    boolean isDanger() {
        return isStatus() && code.equals("3");
    }

    /** Whether it looked how sent campaigns are doing. */
    boolean isStatus() {
        return job.startsWith("status");
    }

    /** Whether people may have been messaged by it. */
    boolean maySend(boolean wasBegun) {
        return sends() && !sent.equals("false") && !REFUSALS.contains(code) && (wasBegun || !code.isEmpty());
    }

    /** Whether it is the kind of job that sends. */
    boolean sends() {
        return job.startsWith("apply");
    }

    private boolean wentOut(boolean wasBegun) {
        if (GOOD.contains(code) || REFUSALS.contains(code)) {
            return false;
        }
        if (ERRORS.contains(code)) {
            return !sent.equals("false");
        }
        return !code.isEmpty() || (wasBegun && (FAILED.contains(result) || CANCELLED.contains(result)));
    }

    /** A reviewer was there for a send, and knows of a plan that is stale or a lock that is held. */
    private boolean failedUnseen() {
        if (sends()) {
            return code.equals("1") || code.equals("64");
        }
        return !GOOD.contains(code) && !CANCELLED.contains(result) && (!code.isEmpty() || FAILED.contains(result));
    }

    /** For people. */
    String shown() {
        return job + ": " + (result.isEmpty() ? "no result" : result)
                + (code.isEmpty() ? ", no exit code" : ", exit code " + code);
    }
}
