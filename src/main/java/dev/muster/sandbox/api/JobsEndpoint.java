package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.ImportRow;
import dev.muster.sandbox.world.Launch;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The jobs behind campaigns and imports (vendor's OpenAPI document, which misspells the first type and so do we). */
final class JobsEndpoint implements Endpoint {
    private static final String LAUNCH = "lauch_campaign";
    private static final String IMPORT = "import_contacts";
    private static final Duration LAUNCHING = Duration.ofMinutes(1);

    /** A job of either kind; a launch of a campaign is over when everything is handed on, not when it is delivered. */
    private record Job(
            String uuid,
            String type,
            String resource,
            Instant enqueued,
            Optional<Instant> started,
            Optional<Instant> ended,
            String waiting,
            Optional<ImportRow> imported) {
        String status() {
            if (ended.isPresent()) {
                return "finished";
            }
            return started.isPresent() ? "started" : waiting;
        }
    }

    @Override
    public ApiResponse answer(RequestContext call) {
        return call.id().isEmpty() ? list(call) : one(call);
    }

    private static ApiResponse list(RequestContext call) {
        var types = call.list("job_types");
        var statuses = call.list("job_statuses");
        var jobs = jobs(call)
                .filter(job -> types.isEmpty() || types.contains(job.type()))
                .filter(job -> statuses.isEmpty() || statuses.contains(job.status()))
                .sorted(Comparator.comparing(Job::enqueued).reversed())
                .toList();
        return ApiResponse.ok(ListPage.page(call, jobs, job -> row(job, call)));
    }

    /** The vendor's document answers this read with 201. */
    private static ApiResponse one(RequestContext call) {
        var uuid = Ids.bare(call.id());
        return jobs(call)
                .filter(job -> job.uuid().equals(uuid))
                .findFirst()
                .map(job -> new ApiResponse(201, row(job, call)))
                .orElseThrow(() -> new RequestRefusedException(ErrorBody.notFound("Job")));
    }

    private static Stream<Job> jobs(RequestContext call) {
        var launches = call.world().campaigns().stream().map(campaign -> launch(campaign, call));
        var imports = call.world().imports().stream()
                .map(job -> imported(job, call.world().clock()));
        return Stream.concat(launches, imports);
    }

    private static Job launch(CampaignRow campaign, RequestContext call) {
        var started = call.world().launch(campaign.uuid()).map(Launch::at);
        var clock = call.world().clock();
        return new Job(
                campaign.jobUuid(),
                LAUNCH,
                call.written("campaign", campaign.uuid()),
                campaign.created(),
                started.filter(clock::isAfter),
                started.map(at -> at.plus(LAUNCHING)).filter(end -> !clock.isBefore(end)),
                started.isPresent() ? "queued" : "scheduled",
                Optional.empty());
    }

    private static Job imported(ImportRow job, Instant clock) {
        return new Job(
                job.uuid(),
                IMPORT,
                job.uuid(),
                job.created(),
                Optional.of(job.created()),
                Optional.of(job.ended()).filter(end -> !clock.isBefore(end)),
                "queued",
                Optional.of(job));
    }

    private static ObjectNode row(Job job, RequestContext call) {
        var row = SandboxJson.object()
                .put("job_id", call.written("job", job.uuid()))
                .put("status", job.status())
                .put("type", job.type())
                .put("resource_id", job.resource())
                .put("workspace_id", SandboxWorld.WORKSPACE_ID)
                .put("enqueued_at", call.time(job.enqueued()));
        SandboxJson.putOrNull(row, "started_at", job.started().map(call::time));
        row.put("updated_at", call.time(job.ended().or(job::started).orElse(job.enqueued())));
        SandboxJson.putOrNull(row, "ended_at", job.ended().map(call::time));
        job.imported()
                .ifPresent(rows -> row.putObject("result")
                        .put("total_items", rows.total())
                        .put("processed_items", rows.processed(call.world().clock()))
                        .put("failed_items", job.ended().isPresent() ? rows.failed() : 0));
        return row.put("timeout", 21600);
    }
}
