package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxStore;
import java.util.Optional;

/** Answers every operation of the API on a store: reads see all that happened, writes happen wholly or not at all. */
public final class SandboxApi {
    private final SandboxStore store;

    public SandboxApi(SandboxStore store) {
        this.store = store;
    }

    /** Carries out one request; a refusal has no effect and is an answer too. */
    public ApiResponse answer(
            Operation operation,
            ApiRequest request,
            String id,
            SandboxOptions options,
            Optional<ResponseAnomaly> quirk) {
        var endpoint = endpoint(operation);
        try {
            return operation.writes()
                    ? store.write(transaction -> endpoint.answer(
                            new RequestContext(request, id, transaction.world(), options, quirk, transaction.record())))
                    : store.read(world -> endpoint.answer(
                            new RequestContext(request, id, world, options, quirk, SandboxApi::readOnly)));
        } catch (RequestRefusedException refusal) {
            return operation.refusal(refusal.reply(options));
        }
    }

    private static Endpoint endpoint(Operation operation) {
        return switch (operation) {
            case PHONES -> new PhonesEndpoint();
            case CONTACTS -> new ContactsEndpoint();
            case CREATE_CAMPAIGN -> new CreateCampaignEndpoint();
            case CAMPAIGN -> new CampaignEndpoint();
            case LOGS -> new LogsEndpoint();
            case IMPORT_CONTACTS -> new ImportContactsEndpoint();
            case SEND_TEMPLATE_MESSAGE, SEND_MESSAGE -> new SendMessageEndpoint();
            case CAMPAIGNS -> new CampaignsEndpoint();
            case LABELS -> new LabelsEndpoint();
            case CREATE_LABEL -> new CreateLabelEndpoint();
            case JOBS, JOB -> new JobsEndpoint();
            case TEMPLATES -> new TemplatesEndpoint();
            case SEND_BY_NUMBERS -> new NumbersEndpoint();
        };
    }

    private static void readOnly(Event event) {
        throw new IllegalStateException("a read changed something: " + event);
    }
}
