package dev.muster.forge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the jobs of a run left.
 *
 * @param workspace whose it is, or empty where nobody said
 * @param ended how each ended
 * @param begun those that are known to have begun
 * @param left files of an earlier job that died on the same machine, such as {@code production.lock.answers}
 * @param files what was found
 */
public record JobResults(
        String workspace, List<JobEnd> ended, Set<String> begun, List<String> left, List<ResultFile> files) {
    public JobResults {
        ended = List.copyOf(ended);
        begun = Set.copyOf(begun);
        left = List.copyOf(left);
        files = List.copyOf(files);
    }

    /**
     * With the jobs as the forge itself tells them, and how each ended as its result says.
     *
     * @param all the jobs of the pipeline, by name, with whether they have begun
     */
    public JobResults with(List<PipelineJob> all) {
        var jobs = all.stream().filter(PipelineJob::isOurs).toList();
        var ends = files.stream().flatMap(file -> ResultEnd.of(file).stream()).toList();
        var known =
                Stream.concat(ended.stream(), jobs.stream().map(job -> job.end().with(ends)));
        var started = Stream.concat(
                begun.stream(), jobs.stream().filter(PipelineJob::isBegun).map(PipelineJob::name));
        return new JobResults(workspace, known.toList(), started.collect(Collectors.toSet()), left, files);
    }

    /** The jobs that need a person. Where people were messaged, a status that could not look is told whoever watches. */
    List<JobEnd> reasons(boolean isWatched) {
        boolean sent = ended.stream().anyMatch(job -> job.maySend(isBegun(job)));
        return ended.stream()
                .filter(job -> job.needsPerson(isBegun(job), isWatched && !(sent && job.isStatus())))
                .toList();
    }

    private boolean isBegun(JobEnd job) {
        return begun.contains(job.job());
    }
}
