package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Places;
import dev.muster.diff.Change;
import dev.muster.diff.Differ;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.Message;
import dev.muster.model.SendBy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanContext;
import dev.muster.plan.Planner;
import dev.muster.plan.RecordedWaves;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.ApprovedPlan;
import dev.muster.plan.approval.Approver;
import dev.muster.plan.approval.Decision;
import dev.muster.resolve.ExcludedNumbers;
import dev.muster.resolve.Resolver;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.TemplateMessages;
import dev.muster.testing.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Twelve people in several parts; what happens before, between and after the posts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartSendsTest {
    private static final int PEOPLE = 12;
    private static final Pattern NUMBER = Pattern.compile("\"destination\":\"(\\+[0-9]+)\"");
    private static final Campaign SALE = sale();

    private final FakeWorkspace workspace = workspace();
    private final MemoryLockStore store = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
    private final HandClock clock = new HandClock(Records.AT);
    private final List<String> posted = new ArrayList<>();
    private Optional<String> objection = Optional.empty();
    private PartSender sender = body -> accepted();

    @Test
    void each_person_gets_one_message_in_one_of_several_parts() {
        var report = apply();

        assertThat(report.all(ApplyResult.Sent.class)).hasSizeGreaterThan(1).hasSameSizeAs(posted);
        assertThat(everybody()).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(plan().creates()).isEmpty();
    }

    @Test
    void whoever_opts_out_between_two_parts_gets_nothing() {
        sender = body -> {
            IntStream.range(0, PEOPLE)
                    .mapToObj(PartSendsTest::number)
                    .filter(number -> !everybody().contains(number))
                    .findFirst()
                    .ifPresent(number -> workspace.attach("DNC", number));
            return accepted();
        };
        apply();

        var optedOut = ExcludedNumbers.carrying(workspace, List.of(workspace.labelId("DNC")));
        var beforeTheLast = posted.subList(1, posted.size()).stream()
                .flatMap(body -> numbers(body).stream())
                .filter(optedOut)
                .toList();
        assertThat(beforeTheLast).isEmpty();
        assertThat(everybody()).hasSizeLessThan(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void a_part_of_which_nobody_is_left_is_recorded_and_the_others_go_on() {
        var first = approved().creates().get(0).numbers().orElseThrow().parts().get(0);
        var approved = approved();
        first.numbers().forEach(number -> workspace.attach("DNC", number));

        var report = apply(approved);

        assertThat(report.all(ApplyResult.NobodyLeft.class))
                .singleElement()
                .satisfies(result -> assertThat(result.identity()).isEqualTo(first.identity()));
        assertThat(report.all(ApplyResult.NotTried.class)).isEmpty();
        assertThat(everybody()).hasSize(PEOPLE - first.numbers().size());
        assertThat(plan().creates()).isEmpty();
    }

    @Test
    void a_lost_answer_stops_the_parts_after_it_and_its_people_get_nothing_more() {
        sender = body -> new PostResponse.Lost("connection reset");
        var report = apply();

        assertThat(posted).hasSize(1);
        assertThat(report.all(ApplyResult.InDoubt.class)).hasSize(1);
        assertThat(report.all(ApplyResult.NotTried.class)).isNotEmpty();
        assertThat(plan().creates()).isEmpty();

        sender = body -> accepted();
        giveUp();
        apply();
        assertThat(everybody()).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void a_refused_part_keeps_the_others_of_its_campaign_back() {
        sender = body -> new PostResponse.Received(
                422,
                new TreeMap<>(Map.of("content-type", "application/json")),
                "{\"error\":\"validation\",\"message\":\"no such template\"}",
                true);
        var report = apply();

        assertThat(posted).hasSize(1);
        assertThat(report.all(ApplyResult.Refused.class)).hasSize(1);
        assertThat(report.all(ApplyResult.NotTried.class)).isNotEmpty();
    }

    @Test
    void a_log_in_which_everybody_fails_keeps_the_later_parts_back() {
        objection = Optional.of("everybody failed");
        var report = apply();

        assertThat(posted).hasSize(1);
        assertThat(report.all(ApplyResult.NotTried.class))
                .allSatisfy(result -> assertThat(result.why()).isEqualTo("everybody failed"));
    }

    @Test
    void where_exclusions_cannot_be_read_nothing_is_posted_and_nothing_recorded() {
        var approved = approved();
        var report = apply(approved, labels -> {
            throw new EnvironmentException("SeaX could not answer");
        });

        assertThat(posted).isEmpty();
        assertThat(report.all(ApplyResult.NotTried.class)).isNotEmpty();
        assertThat(store.load().map(Lock::entries))
                .hasValueSatisfying(entries -> assertThat(entries).isEmpty());
    }

    private void giveUp() {
        try (var run = store.begin(Records.RUN)) {
            run.lock().entries().values().stream()
                    .filter(LockEntry::isOpen)
                    .toList()
                    .forEach(entry -> run.record(entry.abandon(false, "nobody knows", clock.instant(), "dana")));
        }
    }

    private ApplyReport apply() {
        return apply(approved());
    }

    private ApplyReport apply(ApprovedPlan approved) {
        return apply(approved, labels -> ExcludedNumbers.carrying(workspace, labels));
    }

    private ApplyReport apply(ApprovedPlan approved, ExclusionReader exclusions) {
        var ports = new NumbersPorts(
                body -> {
                    posted.add(body);
                    return sender.post(body);
                },
                exclusions,
                first -> objection);
        try (var run = store.begin(Records.RUN)) {
            return new Applier(
                            run,
                            Records.RUN,
                            body -> {
                                throw new IllegalStateException("by labels");
                            },
                            ports,
                            Records.NO_LABELS,
                            clock,
                            () -> "nonce-" + posted.size(),
                            () -> false,
                            effect -> {})
                    .apply(approved);
        }
    }

    private ApprovedPlan approved() {
        var plan = plan();
        var decision = Approver.decide(plan, store.load(), Approval.ofMessages(plan.messages()), ApplyHarness.GAUGE);
        return ((Decision.Approved) decision).plan();
    }

    private Plan plan() {
        var lock = store.load();
        var places = new Places(Map.of());
        var settings = settings();
        var context = new PlanContext(Records.WORKSPACE, settings, ApplyHarness.POLICY, lock, places, clock.instant());
        List<Change> changes = Differ.diff(List.of(SALE), lock);
        var sent = RecordedWaves.of(changes, context, remote -> false);
        var unsent = RecordedWaves.unsent(changes).toList();
        var resolution = Resolver.resolve(unsent, workspace, settings, ApplyHarness.POLICY, places, sent);
        return Planner.plan(changes, context, Optional.of(resolution), List.of(), Optional.empty());
    }

    private PostResponse accepted() {
        var body = "{\"id\":\"c" + posted.size() + "\",\"status\":\"sending\"}";
        return new PostResponse.Received(200, new TreeMap<>(Map.of("content-type", "application/json")), body, true);
    }

    private List<String> everybody() {
        return posted.stream().flatMap(body -> numbers(body).stream()).toList();
    }

    private static List<String> numbers(String body) {
        return NUMBER.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private static WorkspaceSettings settings() {
        var usual = ApplyHarness.SETTINGS;
        return new WorkspaceSettings(
                usual.name(),
                usual.host(),
                usual.api(),
                usual.lock(),
                usual.horizon(),
                usual.labels(),
                usual.acceptUnverifiedAudiences(),
                usual.account(),
                usual.precautions(),
                usual.singleMessage(),
                usual.maxContacts(),
                SendBy.NUMBERS,
                5);
    }

    private static FakeWorkspace workspace() {
        var workspace = new FakeWorkspace()
                .phone("Sales Line", "+15550100100")
                .label("premium_customers")
                .systemLabel("DNC");
        IntStream.range(0, PEOPLE).forEach(person -> workspace.contact(number(person), "premium_customers"));
        return workspace.template(
                "+15550100100", Templates.named("sale", "Hello {{name}}").listed());
    }

    private static String number(int person) {
        return String.format(java.util.Locale.ROOT, "+4477009%05d", 100 + person);
    }

    private static Campaign sale() {
        var usual = Records.campaign("sale/1");
        var message = TemplateMessages.named(TemplateMessages.of("sale"), "name", "you");
        return new Campaign(
                usual.identity(),
                usual.name(),
                usual.owner(),
                usual.senders(),
                usual.audience(),
                usual.expect(),
                Message.of(message),
                usual.schedule(),
                usual.attachLabels(),
                usual.acknowledged(),
                usual.waves());
    }
}
