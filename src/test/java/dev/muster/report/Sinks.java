package dev.muster.report;

import static dev.muster.testing.Records.AT;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.apply.SingleEffect;
import dev.muster.contacts.ContactReport;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntries;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.SingleAttempt;
import dev.muster.model.MessageCounts;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import dev.muster.outcome.SendProgress;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.SavedPlan;
import dev.muster.report.html.PlanHtml;
import dev.muster.report.json.ApplyJson;
import dev.muster.report.json.AudienceJson;
import dev.muster.report.json.ContactReportJson;
import dev.muster.report.json.FindingsSarif;
import dev.muster.report.json.LockOutputJson;
import dev.muster.report.json.PlanJson;
import dev.muster.report.json.SingleJson;
import dev.muster.report.json.StatusJson;
import dev.muster.report.markdown.ApplyMarkdown;
import dev.muster.report.markdown.FailureMarkdown;
import dev.muster.report.markdown.FindingsGithub;
import dev.muster.report.markdown.PlanMarkdown;
import dev.muster.report.text.ApplyText;
import dev.muster.report.text.AudienceText;
import dev.muster.report.text.ContactReportText;
import dev.muster.report.text.DoubtText;
import dev.muster.report.text.FindingsText;
import dev.muster.report.text.LockText;
import dev.muster.report.text.PlanText;
import dev.muster.report.text.ResolvedText;
import dev.muster.report.text.SingleText;
import dev.muster.report.text.StatusText;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.resolve.Resolver;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Every way in which a text from outside is shown: the same one as name, label, message, reason and answer. */
public final class Sinks {
    private final String hostile;
    private final Plan plan;

    Sinks(String hostile) {
        this.hostile = hostile;
        this.plan = plan();
    }

    /** For people, by name. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("plan", PlanText.of(plan, TextStyle.NONE, 60, true, List.of()));
        texts.put("audience", AudienceText.of(campaign().campaign(), resolved()));
        texts.put("labels", listing().text());
        texts.put("findings", FindingsText.of(List.of(finding(1))));
        texts.put("apply", effects(new ApplyText(TextStyle.NONE)));
        texts.put("lock", LockText.of(Optional.of(Records.lock(confirmed())), Optional.empty()));
        texts.put("doubt", DoubtText.of(doubt(), Optional.empty()));
        return texts;
    }

    /** For people too, where the one text is not that of everybody's names. */
    Map<String, String> moreTexts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("status", StatusText.of(progress(), OptionalDouble.of(0.1), false, TextStyle.NONE));
        texts.put("single message", SingleText.of(new SingleEffect.Recorded(single())));
        texts.put("single messages in doubt", SingleText.open(singles(), doubts()));
        texts.put("doubt about a single message", SingleText.doubt(doubts().get(0)));
        texts.put("settled", ResolvedText.of(confirmed()));
        texts.put("contacts", ContactReportText.of(hostile, contacts(), DuplicateStrategy.SKIP));
        for (int column = 2; column <= hostile.length() + 1; column++) {
            texts.put("finding at " + column, FindingsText.of(List.of(finding(column))));
        }
        return texts;
    }

    /** For programs, by name. */
    Map<String, String> documents() {
        var documents = new LinkedHashMap<String, String>();
        documents.put("plan", json(plan));
        documents.put("audience", AudienceJson.of(campaign().campaign(), resolved()));
        documents.put("labels", listing().json());
        documents.put("findings", FindingsJson.of(List.of(finding(1))));
        documents.put("effect", Json.line(ApplyJson.effect(effects().get(0))));
        documents.put("summary", Json.line(ApplyJson.summary(new ApplyReport(effects(), false), List.of(hostile), 6)));
        documents.put("declined", Json.line(ApplyJson.declined(hostile, 3)));
        documents.put("lock", LockOutputJson.of(Optional.of(Records.lock(confirmed())), Optional.empty()));
        documents.put("status", StatusJson.of(progress(), singles(), doubts(), OptionalDouble.of(0.1), true));
        documents.put("single message", SingleJson.of(new SingleEffect.Recorded(single()), List.of(finding(1)), 6));
        documents.put("contacts", Json.document(ContactReportJson.of(hostile, contacts())));
        documents.put("sarif", FindingsSarif.of(List.of(finding(1)), "0.1.0"));
        return documents;
    }

    public static String json(Plan plan) {
        var text = new StringWriter();
        PlanJson.write(plan, SavedPlan.of(plan, List.of(), "0.1.0", ApplyHarness.GAUGE), Optional.empty(), text);
        return text.toString();
    }

    /** For pull requests and browsers, by name. */
    Map<String, String> pages() {
        var apply = new ApplyMarkdown(plan, List.of(), List.of());
        var pages = new LinkedHashMap<String, String>();
        pages.put("plan", PlanMarkdown.of(plan, Optional.empty()));
        pages.put("apply", apply.summary(new ApplyReport(effects(), false), List.of(hostile), 6));
        pages.put("declined", apply.declined(hostile, 4));
        pages.put("failure", FailureMarkdown.of("plan", "production", 1, hostile));
        pages.put("findings", FailureMarkdown.of("plan", "production", 1, List.of(finding(1))));
        pages.put("html", PlanHtml.of(new PlanHtml.Subject(plan, Optional.empty(), Optional.empty(), "0.1.0")));
        return pages;
    }

    /** Three findings for the runner, which are meant to be commands. */
    String annotations() {
        return FindingsGithub.of(List.of(finding(1), finding(1), finding(1)));
    }

    private FakeWorkspace world() {
        return new FakeWorkspace()
                .phone(hostile, "+15550100100")
                .label(hostile)
                .systemLabel("DNC")
                .contact("+15550100001", hostile);
    }

    private Definition campaign() {
        return Definition.of("sale/1")
                .from(hostile)
                .any(hostile)
                .attaching(hostile)
                .saying(hostile);
    }

    private Plan plan() {
        var bad = Definition.of("bad/1").from(hostile + "?").any(hostile + "?");
        var accepted = Definition.of("accepted/1")
                .from(hostile)
                .any(hostile)
                .expecting(OptionalInt.of(5), OptionalInt.empty());
        var doubt = Records.intent("doubt/1").doubt(hostile, AT, "run-1");
        var clock = new HandClock(AT);
        return new ApplyHarness(world(), MemoryLockStore.of(Records.lock(doubt)), clock)
                .plan(List.of(campaign().campaign(), bad.campaign(), accepted.campaign()));
    }

    private Checked<ResolvedCampaign> resolved() {
        var campaign = campaign().campaign();
        var resolution = Resolver.resolve(
                List.of(campaign), world(), ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));
        return Objects.requireNonNull(resolution.campaigns().get(campaign.identity()));
    }

    private Listing listing() {
        return new Listing(
                "labels", List.of("name", "contacts"), List.of(List.of(hostile, 3), List.of("::debug::x", 1)));
    }

    private Diagnostic finding(int column) {
        return CampaignRule.LABEL_UNKNOWN.at(new Place("a.yaml", 1, column, hostile), hostile, hostile);
    }

    private List<ApplyResult> effects() {
        var identity = Records.identity("sale/1");
        return List.of(
                new ApplyResult.Sent(identity, new RemoteId(hostile), 3, List.of(hostile)),
                new ApplyResult.Refused(identity, hostile, false),
                new ApplyResult.InDoubt(identity, hostile),
                new ApplyResult.NotRecorded(
                        Records.intent("sale/1"), hostile, "muster resolve sale --sent '" + hostile + "'"),
                new ApplyResult.NotTried(identity, hostile));
    }

    private String effects(ApplyText text) {
        var shown = new StringBuilder();
        effects().forEach(effect -> shown.append(text.effect(effect)));
        return shown + text.summary(new ApplyReport(effects(), false), List.of(hostile));
    }

    private LockEntry confirmed() {
        var remote = new RemoteReference(
                new RemoteId(hostile), Optional.of(hostile), Optional.of(hostile), OptionalInt.of(3));
        return Records.intent("sale/1").confirm(remote, List.of(hostile), AT, hostile, hostile);
    }

    private List<SendProgress> progress() {
        var seen = new Observation(AT, AT, Optional.of(hostile), MessageCounts.NONE, List.of(), Optional.empty());
        return List.of(
                new SendProgress(confirmed(), Optional.of(seen), Optional.empty()),
                new SendProgress(doubt().entry(), Optional.empty(), Optional.of(doubt())));
    }

    private MessageEntry single() {
        var attempt = new SingleAttempt(
                new SingleIdentity(AT, "nonce-1"),
                Records.RUN,
                AT,
                AT,
                new PhoneId(hostile),
                MessageEndpoint.SEND_WHATSAPP_MESSAGE,
                Optional.empty(),
                "00c0ffee");
        return MessageEntry.intend(attempt).answered(hostile).doubt(hostile, AT, hostile);
    }

    private List<SingleDoubt> doubts() {
        return SingleDoubt.in(Records.lock(confirmed()).with(single()), AT);
    }

    private MessageEntries singles() {
        return Records.lock(confirmed()).with(single()).singles();
    }

    private ContactReport contacts() {
        return new ContactReport(
                ',',
                3,
                2,
                OptionalInt.of(1),
                0,
                0,
                0,
                new TreeMap<>(Map.of(hostile, 2)),
                List.of(hostile),
                List.of(hostile),
                List.of(finding(1)),
                new TreeMap<>(Map.of("label/unknown", 1)),
                true);
    }

    private OpenSendEvidence doubt() {
        var entry = Records.intent("sale/1").doubt(hostile, AT, hostile);
        var found = new RemoteCampaign(
                new RemoteId(hostile),
                hostile + entry.attempt().marker().suffix(),
                hostile,
                hostile,
                Optional.empty(),
                Optional.of(AT),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
        return new OpenSendEvidence(entry, Records.lock(entry), Optional.of(List.of(found)), AT);
    }
}
