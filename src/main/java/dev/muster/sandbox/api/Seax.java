package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Quirk;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxStore;
import java.util.Optional;

/** Answers every operation of the API on a store: reads see all that happened, writes happen wholly or not at all. */
public final class Seax {
    private final SandboxStore store;

    public Seax(SandboxStore store) {
        this.store = store;
    }

    /** Carries out one request; a refusal has no effect and is an answer too. */
    public Reply answer(
            Operation operation, Request request, String id, SandboxOptions options, Optional<Quirk> quirk) {
        var endpoint = endpoint(operation);
        try {
            return operation.writes()
                    ? store.write(transaction -> endpoint.answer(
                            new Call(request, id, transaction.world(), options, quirk, transaction.record())))
                    : store.read(
                            world -> endpoint.answer(new Call(request, id, world, options, quirk, Seax::readOnly)));
        } catch (Refusal refusal) {
            return refusal.reply(options);
        }
    }

    private static Endpoint endpoint(Operation operation) {
        return switch (operation) {
            case PHONES -> new Phones();
            case CONTACTS -> new Contacts();
            case CREATE_CAMPAIGN -> new CreateCampaign();
            case CAMPAIGN -> new OneCampaign();
            case LOGS -> new Logs();
            case IMPORT_CONTACTS -> new ImportContacts();
            case SEND_TEMPLATE_MESSAGE, SEND_MESSAGE -> new SendMessage();
            case CAMPAIGNS -> new Campaigns();
            case LABELS -> new Labels();
            case CREATE_LABEL -> new CreateLabel();
            case JOBS, JOB -> new Jobs();
            case TEMPLATES -> new Templates();
        };
    }

    private static void readOnly(Event event) {
        throw new IllegalStateException("a read changed something: " + event);
    }
}
