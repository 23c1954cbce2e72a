package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.ImportRow;
import dev.muster.sandbox.world.PhoneNumbers;
import dev.muster.sandbox.world.SandboxJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports contacts from a CSV file (API document, section 6). The answer shows a job at work, which ends as the
 * clock goes on; the contacts are there at once.
 */
final class ImportContactsEndpoint implements Endpoint {
    private static final List<String> TUTORIAL_STRATEGIES = List.of("mark", "skip", "update");
    private static final List<String> OPENAPI_STRATEGIES = List.of("mark", "merge", "replace");

    @Override
    public ApiResponse answer(RequestContext call) {
        var strategy = strategy(call);
        var callingCode = callingCode(call);
        var file = Multipart.part(call.request(), "file")
                .orElseThrow(() -> new RequestRefusedException(ErrorBody.missing("file")));
        var rows = Csv.rows(file);
        if (!rows.isEmpty() && !(has(rows, "phone") || has(rows, "whatsapp"))) {
            throw new RequestRefusedException(ErrorBody.invalid("file", "the CSV file has no column phone"));
        }
        var people = new ImportedPeople(call, strategy, callingCode);
        long failed = rows.stream().filter(row -> !people.add(row)).count();
        return answer(call, rows.size(), (int) failed);
    }

    private static boolean has(List<Map<String, String>> rows, String column) {
        return rows.get(0).containsKey(column);
    }

    private static String strategy(RequestContext call) {
        var known = call.isOpenApi() ? OPENAPI_STRATEGIES : TUTORIAL_STRATEGIES;
        var strategy = call.request().parameter("duplicate_strategy").orElse("mark");
        if (!known.contains(strategy)) {
            throw new RequestRefusedException(ErrorBody.invalidParameter(
                    "duplicate_strategy", "duplicate_strategy must be one of " + String.join(", ", known)));
        }
        return strategy;
    }

    private static Optional<String> callingCode(RequestContext call) {
        if (call.isOpenApi()) {
            return Optional.empty();
        }
        return call.request()
                .parameter("phone_country")
                .map(country -> PhoneNumbers.callingCode(country)
                        .orElseThrow(() -> new RequestRefusedException(ErrorBody.invalidParameter(
                                "phone_country", "phone_country " + country + " is not known"))));
    }

    private static ApiResponse answer(RequestContext call, int total, int failed) {
        int number = call.world().imports().size() + 1;
        var job = new ImportRow(number, Ids.uuid("import", number), call.world().clock(), total, failed);
        call.record().accept(new Event.ContactsImported(job));
        var now = call.time(job.created());
        if (call.isOpenApi()) {
            var body = SandboxJson.object()
                    .put("job_id", job.uuid())
                    .put("status", "queued")
                    .put("type", "import_contacts");
            return new ApiResponse(201, body.put("enqueued_at", now).put("timeout", 21600));
        }
        return ApiResponse.ok(SandboxJson.object()
                .put("id", call.written("job", job.uuid()))
                .put("status", "processing")
                .put("job_type", "import_contacts")
                .put("created_time", now)
                .put("updated_time", now)
                .put("progress", 0)
                .put("total_items", total)
                .put("processed_items", 0)
                .put("failed_items", 0));
    }
}
