package dev.muster.lock.format;

import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.EntryState;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockFormatException;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.Transition;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One entry of the record in JSON, the same in the lock file and in the journal; the identity stands outside. Members are
 * sorted by name, and those that a state does not have are left out. Writer and reader stand in one file, because each member
 * must be in both:
 *
 * <pre>{@code
 * "attempt": {"at": …, "audience": {…}, "fingerprint": {…}, "marker": …, "nonce": …, "not_after": …, "posted": {…},
 *     "run": {…}},
 * "history": [{"at": …, "by": …, "evidence": …, "to": "INTENT"}],
 * "state": "INTENT"
 * }</pre>
 */
final class EntryJson {
    private final JsonCursor in;
    private final ValueCache<Instant> times;
    private final ValueCache<String> texts;
    private final ValueCache<Sha256> digests;
    private final ValueCache<LabelId> labels;
    private final ValueCache<PhoneId> phones;
    private final ValueCache<EntryState> states;

    EntryJson(JsonCursor in) {
        this.in = in;
        this.times = in.memo(FastInstantParser::parse);
        this.texts = in.memo(Function.identity());
        this.digests = in.memo(Sha256::new);
        this.labels = in.memo(LabelId::new);
        this.phones = in.memo(PhoneId::new);
        this.states = in.memo(EntryState::valueOf);
    }

    static void write(JsonWriter out, LockEntry entry) {
        if (entry instanceof LockEntry.Confirmed confirmed) {
            if (!confirmed.accepted().isEmpty()) {
                out.texts("accepted", confirmed.accepted());
            }
            out.texts("anomalies", confirmed.anomalies());
        }
        out.object("attempt", () -> write(out, entry.attempt()));
        out.objects("history", entry.history(), step -> write(out, step));
        entry.match(new Outcome(out));
        out.text("state", entry.state());
    }

    /** What an entry holds of its state. */
    private record Outcome(JsonWriter out) implements LockEntry.Cases<JsonWriter> {
        @Override
        public JsonWriter intent(LockEntry.Intent entry) {
            return out;
        }

        @Override
        public JsonWriter confirmed(LockEntry.Confirmed entry) {
            return out.object("remote", () -> write(out, entry.remote()));
        }

        @Override
        public JsonWriter rejected(LockEntry.Rejected entry) {
            return out.text("reason", entry.reason()).text("retry_at", entry.retryAt());
        }

        @Override
        public JsonWriter inDoubt(LockEntry.InDoubt entry) {
            return out.text("reason", entry.reason());
        }

        @Override
        public JsonWriter abandoned(LockEntry.Abandoned entry) {
            return out.claim("outcome_known", entry.outcomeKnown()).text("reason", entry.reason());
        }
    }

    private static void write(JsonWriter out, Attempt attempt) {
        out.text("at", attempt.at());
        out.object("audience", () -> write(out, attempt.audience()));
        out.object("fingerprint", () -> attempt.fingerprint().parts().forEach(out::text));
        out.text("marker", attempt.marker());
        out.text("nonce", attempt.nonce());
        out.text("not_after", attempt.notAfter());
        out.text("payload", attempt.payload());
        out.text("plan", attempt.plan());
        attempt.posted().ifPresent(posted -> out.object("posted", () -> write(out, posted)));
        out.object("run", () -> write(out, attempt.run()));
    }

    private static void write(JsonWriter out, AudienceCounts audience) {
        if (audience.atMost()) {
            out.claim("at_most", true);
        }
        out.number("excluded", audience.excluded());
        out.number("messages", audience.messages());
        out.number("people", audience.people());
    }

    private static void write(JsonWriter out, RequestSummary posted) {
        out.texts("all", posted.all());
        out.texts("any", posted.any());
        if (!posted.chunks().isEmpty()) {
            out.object("chunks", () -> posted.chunks().forEach(out::number));
        }
        out.texts("exclude", posted.exclude());
        out.number("excluded_contacts", posted.excludedContacts());
        posted.people().ifPresent(people -> out.object("people", () -> write(out, people)));
        out.text("receipt", posted.receipt());
        if (!posted.senders().isEmpty()) {
            out.texts("senders", posted.senders());
        }
        out.text("start", posted.start());
        out.text("text", posted.text());
    }

    private static void write(JsonWriter out, KeyedRoster people) {
        out.text("check", people.check());
        out.text("hashes", people.hashes());
    }

    static void write(JsonWriter out, RunIdentity run) {
        out.text("actor", run.actor());
        out.text("commit", run.commit());
        out.text("id", run.id());
        out.text("tool_version", run.toolVersion());
    }

    private static void write(JsonWriter out, RemoteReference remote) {
        out.text("id", remote.id());
        out.text("job_id", remote.jobId());
        out.text("status", remote.status());
        out.number("target_count", remote.targetCount());
    }

    static void write(JsonWriter out, Transition step) {
        out.text("at", step.at());
        out.text("by", step.by());
        out.text("evidence", step.evidence());
        out.text("from", step.from());
        out.text("to", step.to());
    }

    LockEntry read(CampaignIdentity identity) {
        return in.object(() -> {
            var accepted = in.optionalList("accepted", in::text);
            var anomalies = in.optionalList("anomalies", in::text);
            var attempt = in.object("attempt", () -> attempt(identity));
            var history = in.list("history", this::transition);
            var outcomeKnown = in.optionalClaim("outcome_known");
            var reason = in.optionalText("reason");
            var remote = in.optionalObject("remote", this::remote);
            var retryAt = in.optionalText("retry_at", FastInstantParser::parse);
            var state = in.text("state", states);
            requireHistory(history, state);
            return switch (state) {
                case INTENT -> new LockEntry.Intent(attempt, history);
                case CONFIRMED ->
                    new LockEntry.Confirmed(attempt, need(remote, "remote"), anomalies, accepted, history);
                case REJECTED -> new LockEntry.Rejected(attempt, need(reason, "reason"), retryAt, history);
                case IN_DOUBT -> new LockEntry.InDoubt(attempt, need(reason, "reason"), history);
                case ABANDONED ->
                    new LockEntry.Abandoned(
                            attempt, need(outcomeKnown, "outcome_known"), need(reason, "reason"), history);
            };
        });
    }

    static void requireHistory(List<Transition> history, EntryState state) {
        if (history.isEmpty() || history.get(history.size() - 1).to() != state) {
            throw new LockFormatException("the history does not end in state " + state);
        }
    }

    private static <T> T need(Optional<T> value, String name) {
        return value.orElseThrow(() -> new LockFormatException("\"" + name + "\" is missing"));
    }

    private Attempt attempt(CampaignIdentity identity) {
        var at = in.text("at", times);
        var audience = in.object("audience", this::audience);
        var fingerprint = new Fingerprint(in.map("fingerprint", part -> part, part -> in.text(digests)));
        var marker = in.text("marker", Marker::new);
        var nonce = in.text("nonce");
        var notAfter = in.text("not_after", FastInstantParser::parse);
        var payload = in.optionalText("payload", Sha256::new);
        var plan = in.optionalText("plan", digests);
        var posted = in.optionalObject("posted", this::posted);
        var run = in.shared(in.object("run", this::run));
        return new Attempt(identity, marker, fingerprint, payload, plan, nonce, run, at, notAfter, audience, posted);
    }

    private AudienceCounts audience() {
        boolean atMost = in.optionalClaim("at_most").orElse(false);
        var excluded = in.count("excluded");
        var messages = in.count("messages");
        var people = in.count("people");
        return new AudienceCounts(people, messages, excluded, atMost);
    }

    private RequestSummary posted() {
        var all = in.shared(in.list("all", this::label));
        var any = in.shared(in.list("any", this::label));
        var chunks = in.has("chunks")
                ? in.map("chunks", Function.<String>identity(), language -> Math.toIntExact(in.number()))
                : new TreeMap<String, Integer>();
        var exclude = in.shared(in.list("exclude", this::label));
        var excludedContacts = in.count("excluded_contacts");
        var people = in.optionalObject("people", this::people);
        var receipt = in.optionalText("receipt", LabelId::new);
        var senders = in.shared(in.optionalList("senders", () -> in.text(phones)));
        var start = in.optionalText("start", times);
        var text = in.optionalText("text", Sha256::new);
        return new RequestSummary(any, all, exclude, excludedContacts, start, senders, text, receipt, people, chunks);
    }

    private KeyedRoster people() {
        var check = in.text("check");
        return new KeyedRoster(check, in.text("hashes"));
    }

    private LabelId label() {
        return in.text(labels);
    }

    RunIdentity run() {
        var actor = in.text("actor", texts);
        var commit = in.optionalText("commit", texts);
        var id = in.text("id", texts);
        var toolVersion = in.text("tool_version", texts);
        return new RunIdentity(id, actor, toolVersion, commit);
    }

    private RemoteReference remote() {
        var id = in.text("id", RemoteId::new);
        var jobId = in.optionalText("job_id");
        var status = in.optionalText("status", texts);
        var targetCount = in.optionalCount("target_count");
        return new RemoteReference(id, jobId, status, targetCount);
    }

    Transition transition() {
        return in.object(() -> {
            var at = in.text("at", times);
            var by = in.text("by", texts);
            var evidence = in.text("evidence", texts);
            var from = in.optionalText("from", states);
            var to = in.text("to", states);
            return new Transition(at, from, to, by, evidence);
        });
    }
}
