package dev.muster.lock.format;

import dev.muster.lock.EntryState;
import dev.muster.lock.MessageEntries;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SingleAttempt;
import dev.muster.model.CampaignKey;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import java.util.Locale;

/**
 * Single messages in JSON, sorted by name; a record without any has none of it:
 *
 * <pre>{@code
 * "singles": {"entries": {"send/20261130T090000Z/1f0c9a2e": {"at": …, "history": […], "id": "wamsg_…", "likeness": …,
 *     "not_after": …, "path": "wabp_template_message", "run": {…}, "sender": …, "state": "CONFIRMED"}}, "steps": 3}
 * }</pre>
 */
final class SinglesJson {
    private static final String NAME = "singles";
    private static final String STEP = "single";

    private SinglesJson() {}

    static void write(JsonWriter out, MessageEntries singles) {
        if (singles.steps() > 0) {
            out.object(NAME, () -> {
                out.object(
                        "entries",
                        () -> singles.entries()
                                .forEach(
                                        (identity, entry) -> out.object(identity.toString(), () -> write(out, entry))));
                out.number("steps", singles.steps());
            });
        }
    }

    /** One of them, as a step of the journal has it. */
    static void writeStep(JsonWriter out, MessageEntry entry) {
        out.text(STEP, entry.identity());
        out.object("entry", () -> write(out, entry));
    }

    private static void write(JsonWriter out, MessageEntry entry) {
        var attempt = entry.attempt();
        if (!entry.accepted().isEmpty()) {
            out.texts("accepted", entry.accepted());
        }
        out.texts("anomalies", entry.anomalies());
        out.text("answer", entry.answer());
        out.text("at", attempt.at());
        out.objects("history", entry.history(), step -> EntryJson.write(out, step));
        out.text("id", entry.remote());
        out.text("likeness", attempt.likeness());
        out.text("not_after", attempt.notAfter());
        out.text("path", attempt.path().word());
        out.object("run", () -> EntryJson.write(out, attempt.run()));
        out.text("sender", attempt.sender());
        out.text("state", entry.state());
        out.text("test_of", attempt.testOf());
    }

    static MessageEntries read(JsonCursor in) {
        return in.optionalObject(NAME, () -> {
                    var entries = in.map("entries", SingleIdentity::parse, identity -> one(in, identity));
                    return new MessageEntries(in.number("steps"), entries);
                })
                .orElse(MessageEntries.NONE);
    }

    static boolean isNext(JsonCursor in) {
        return in.has(STEP);
    }

    static MessageEntry readStep(JsonCursor in) {
        var identity = in.text(STEP, SingleIdentity::parse);
        return in.value("entry", () -> one(in, identity));
    }

    private static MessageEntry one(JsonCursor in, SingleIdentity identity) {
        return in.object(() -> {
            var parts = new EntryJson(in);
            var accepted = in.optionalList("accepted", in::text);
            var anomalies = in.list("anomalies", in::text);
            var answer = in.optionalText("answer");
            var at = in.text("at", FastInstantParser::parse);
            var history = in.list("history", parts::transition);
            var id = in.optionalText("id").map(RemoteId::new);
            var likeness = in.text("likeness");
            var notAfter = in.text("not_after", FastInstantParser::parse);
            var path = in.text("path", text -> MessageEndpoint.valueOf(text.toUpperCase(Locale.ROOT)));
            var run = in.object("run", parts::run);
            var sender = in.text("sender", PhoneId::new);
            EntryJson.requireHistory(history, in.text("state", EntryState::valueOf));
            var testOf = in.optionalText("test_of").map(CampaignKey::new);
            var attempt = new SingleAttempt(identity, run, at, notAfter, sender, path, testOf, likeness);
            return new MessageEntry(attempt, answer, id, anomalies, accepted, history);
        });
    }
}
