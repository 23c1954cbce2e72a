package dev.muster.forge;

import dev.muster.forge.Forge.Issue;
import dev.muster.forge.ForgeException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Raises an alarm where a run needs action: one open issue, to which later alarms are added. It is found by a
 * hidden line and by its author. What a run found is told once. A look that finds the same as the alarm before it is told no
 * second time; a send is always told. A search that fails does not keep an alarm from being raised.
 *
 * @param tell what is said beside
 */
public record AlarmWriter(Forge forge, PipelineRun run, ForgeRetry retry, Consumer<String> tell) {
    /** What became of it. */
    public enum Result {
        /** Nothing is left for a person. */
        NONE,
        OPENED,
        ADDED,
        /** It had been told already. */
        REPEATED
    }

    /** The results with the jobs as the forge tells them. */
    public JobResults asked(JobResults results) {
        return results.with(retry.run(() -> forge.jobs(run.id())));
    }

    /** Judges by how the jobs ended, and writes. */
    public Result write(JobResults results) {
        var alarm = alarm(results);
        return alarm.isEmpty() ? Result.NONE : raise(alarm);
    }

    /** What would be said, for where it could not be written. */
    public String said(JobResults results) {
        return alarm(results).whole(forge.longest());
    }

    private AlarmText alarm(JobResults results) {
        return new AlarmText(
                run, results.workspace(), results.reasons(run.isWatched()), results.left(), results.files());
    }

    private Result raise(AlarmText alarm) {
        try {
            return written(alarm, alarm.whole(forge.longest()));
        } catch (ForgeException e) {
            if (e.kind() != Kind.UNACCEPTABLE) {
                throw e;
            }
            return written(alarm, alarm.brief());
        }
    }

    /** Better told twice than never: where nobody can look what is there, it is written all the same. */
    private Result written(AlarmText alarm, String text) {
        var safe = forge.withoutCommands(text);
        try {
            return retry.run(() -> once(alarm, safe, found()));
        } catch (ForgeException e) {
            if (e.kind() != Kind.PASSING) {
                throw e;
            }
            return once(alarm, safe, Optional.empty());
        }
    }

    private Optional<Issue> found() {
        try {
            return forge.issue(AlarmText.MARKER);
        } catch (ForgeException e) {
            if (e.kind() == Kind.PASSING) {
                throw e;
            }
            tell.accept("Whether an alarm is open is not known. " + e.getMessage());
            return Optional.empty();
        }
    }

    private Result once(AlarmText alarm, String text, Optional<Issue> issue) {
        if (issue.isEmpty()) {
            forge.open(AlarmText.TITLE, text);
            return Result.OPENED;
        }
        if (isTold(alarm, issue.get().texts())) {
            return Result.REPEATED;
        }
        forge.add(issue.get().id(), text);
        return Result.ADDED;
    }

    private boolean isTold(AlarmText alarm, List<String> texts) {
        var last =
                texts.stream().filter(text -> text.contains(alarm.sameKind())).reduce((one, later) -> later);
        boolean isSame = last.filter(text -> text.contains(alarm.state())).isPresent();
        return texts.stream().anyMatch(text -> text.contains(run.line()) && text.contains(alarm.state()))
                || (isSame && alarm.isLook());
    }
}
