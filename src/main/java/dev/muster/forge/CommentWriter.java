package dev.muster.forge;

import dev.muster.forge.Forge.Remark;
import dev.muster.forge.ForgeException.Kind;
import java.util.List;

/**
 * Writes the comment of a run. The one of a plan replaces the plan before it in the same workspace, unless that is of a newer
 * run; the one of an apply is new, once for each result of a run. Only comments of the token's own account are looked at:
 * anybody can begin one with the same line.
 */
public record CommentWriter(Forge forge, PipelineRun run, ForgeRetry retry) {
    /** What became of it. */
    public enum Result {
        NEW,
        REPLACED,
        /** This run had written the same already. */
        REPEATED,
        /** A newer run has commented. */
        SUPERSEDED
    }

    /** Writes it; what the forge does not take as it is becomes short. */
    public Result write(long request, RequestComment comment) {
        var text = shown(comment);
        if (text.length() > forge.longest()) {
            return written(request, comment, shortly(comment));
        }
        try {
            return written(request, comment, text);
        } catch (ForgeException e) {
            if (e.kind() != Kind.UNACCEPTABLE) {
                throw e;
            }
            return written(request, comment, shortly(comment));
        }
    }

    private String shortly(RequestComment comment) {
        return shown(comment.shortened(forge.name()));
    }

    private String shown(RequestComment comment) {
        return forge.withoutCommands(comment.written(run));
    }

    private Result written(long request, RequestComment comment, String text) {
        return retry.run(() -> once(request, comment, text));
    }

    private Result once(long request, RequestComment comment, String text) {
        var ours = forge.comments(request).stream()
                .filter(remark -> remark.text().startsWith(comment.marker()))
                .toList();
        return comment.isPlan() ? plan(request, ours, text) : apply(request, ours, text);
    }

    private Result plan(long request, List<Remark> ours, String text) {
        if (ours.stream().anyMatch(remark -> run.isBefore(remark.text()))) {
            return Result.SUPERSEDED;
        }
        if (ours.isEmpty()) {
            forge.comment(request, text);
            return Result.NEW;
        }
        forge.replace(request, ours.get(ours.size() - 1).id(), text);
        return Result.REPLACED;
    }

    private Result apply(long request, List<Remark> ours, String text) {
        if (ours.stream().anyMatch(remark -> isSame(remark.text(), text))) {
            return Result.REPEATED;
        }
        forge.comment(request, text);
        return Result.NEW;
    }

    /** The text names its run. A forge may write line ends in its own way. */
    private static boolean isSame(String there, String text) {
        return there.strip().lines().toList().equals(text.strip().lines().toList());
    }
}
