package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Places;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.Contact;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolverTest {
    private final FakeWorkspace fake = new FakeWorkspace()
            .phone("Sales Line", "+15550100100")
            .label("premium_customers")
            .label("recent_buyers")
            .label("received")
            .systemLabel("DNC")
            .contact("+15550100001", "premium_customers")
            .contact("+15550100002", "premium_customers", "recent_buyers")
            .contact("+15550100003", "premium_customers", "DNC");

    @Test
    void everything_is_fetched_once_for_a_hundred_campaigns() {
        var watched = new Watched(fake);
        var hundred = IntStream.range(0, 100)
                .mapToObj(i -> Definition.of("sale-" + i + "/1").campaign())
                .toList();

        Resolver.resolve(hundred, watched, ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));

        assertThat(watched.asked)
                .containsExactlyInAnyOrder(
                        "labels", "contacts", "carriers", "labels", "phones", "templates", "campaigns", "count");
    }

    @Test
    void the_policys_exclusions_come_last_and_once_in_every_request() {
        var plain = resolved(Definition.of("a/1"));
        var own = resolved(Definition.of("b/1").exclude("recent_buyers"));
        var twice = resolved(Definition.of("c/1").exclude("DNC", "recent_buyers"));

        assertThat(plain.audience().exclude()).containsExactly(id("DNC"));
        assertThat(own.audience().exclude()).containsExactly(id("recent_buyers"), id("DNC"));
        assertThat(twice.audience().exclude()).containsExactly(id("DNC"), id("recent_buyers"));
    }

    @Test
    void a_policy_label_that_is_missing_in_the_workspace_fails_closed() {
        var policy = new Policy(
                List.of(new LabelName("DNC"), new LabelName("unsubscribed")),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                java.util.OptionalDouble.empty(),
                Policy.DEFAULT_MIN_LEAD,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());

        var checked = resolve(Definition.of("a/1").campaign(), fake, ApplyHarness.SETTINGS, policy);

        assertThat(checked.value()).isEmpty();
        assertThat(rules(checked)).containsExactly("label/unknown");
    }

    @Test
    void every_name_that_is_not_found_is_found_out_at_once() {
        var checked = resolve(Definition.of("a/1")
                .any("premium_customers", "nobody_has_this")
                .exclude("nor_this")
                .attaching("nor_that")
                .from("Nobody's Line"));

        assertThat(checked.value()).isEmpty();
        assertThat(rules(checked))
                .containsExactlyInAnyOrder("label/unknown", "label/unknown", "label/unknown", "sender/unknown");
    }

    @Test
    void a_server_that_counts_otherwise_is_not_believed_and_not_sent_to() {
        var checked = resolve(
                Definition.of("a/1").campaign(), new Watched(fake, 1), ApplyHarness.SETTINGS, ApplyHarness.POLICY);

        assertThat(checked.stops()).isTrue();
        assertThat(checked.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("SeaX counts 3 contacts for this audience, Muster counts 2");
    }

    @Test
    void a_label_deleted_or_renamed_while_people_are_read_is_looked_up_again() {
        var deleted = new Watched(fake).editedMeanwhile(labels -> without("premium_customers", labels));
        var renamed = new Watched(fake).editedMeanwhile(labels -> renamed(labels, " old"));

        for (var moving : List.of(deleted, renamed)) {
            var checked = resolve(Definition.of("a/1").campaign(), moving, ApplyHarness.SETTINGS, ApplyHarness.POLICY);
            assertThat(rules(checked)).contains("label/unknown");
            assertThat(moving.asked).filteredOn("contacts"::equals).hasSize(2);
        }
    }

    /** A second reading would find nobody excluded, and nothing to compare with. */
    @Test
    void an_excluded_label_deleted_made_anew_or_doubled_while_people_are_read_ends_the_plan() {
        var deleted = new Watched(fake).editedMeanwhile(labels -> without("DNC", labels));
        var doubled = new Watched(fake).editedMeanwhile(labels -> with("DNC", labels));
        var remade = new Watched(fake).editedMeanwhile(labels -> with("DNC", without("DNC", labels)));

        for (var moving : List.of(deleted, doubled, remade)) {
            assertThatThrownBy(() -> resolve(
                            Definition.of("a/1").campaign(), moving, ApplyHarness.SETTINGS, ApplyHarness.POLICY))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageStartingWith(
                            "the label \"DNC\", which is always excluded, was deleted, renamed or made anew");
        }
    }

    private static List<Label> without(String name, List<Label> labels) {
        return labels.stream()
                .filter(label -> !label.name().value().equals(name))
                .toList();
    }

    private static List<Label> with(String name, List<Label> labels) {
        var made = new Label(Samples.label(98), new LabelName(name), false, OptionalInt.empty());
        return Stream.concat(labels.stream(), Stream.of(made)).toList();
    }

    @Test
    void a_label_that_is_made_while_people_are_read_changes_nothing() {
        var grown = new Watched(fake)
                .editedMeanwhile(labels -> Stream.concat(
                                labels.stream(),
                                Stream.of(
                                        new Label(Samples.label(99), new LabelName("new"), false, OptionalInt.empty())))
                        .toList());
        resolve(Definition.of("a/1").campaign(), grown, ApplyHarness.SETTINGS, ApplyHarness.POLICY);
        assertThat(grown.asked).filteredOn("contacts"::equals).hasSize(1);
    }

    @Test
    void labels_that_change_all_the_time_end_the_plan() {
        var times = new AtomicInteger();
        var moving = new Watched(fake).editedMeanwhile(labels -> renamed(labels, " " + times.incrementAndGet()));
        assertThatThrownBy(() ->
                        resolve(Definition.of("a/1").campaign(), moving, ApplyHarness.SETTINGS, ApplyHarness.POLICY))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("the labels of the workspace changed each of the 3 times");
    }

    private static List<Label> renamed(List<Label> labels, String suffix) {
        return labels.stream()
                .map(label -> label.name().value().equals("DNC")
                        ? label
                        : new Label(label.id(), new LabelName(label.name() + suffix), label.system(), label.count()))
                .toList();
    }

    @Test
    void any_with_all_is_noted_when_the_server_confirms_it_and_a_danger_when_it_cannot() {
        var both = Definition.of("a/1").all("recent_buyers");
        var confirmed = resolve(both);
        fake.capabilities(new Capabilities(true, true, false, true, true, true));
        var unconfirmed = resolve(both);
        var accepted = resolve(both.acknowledging("audience/any-with-all"));

        assertThat(confirmed.stops()).isFalse();
        assertThat(rules(confirmed)).containsExactly("audience/any-with-all");
        assertThat(unconfirmed.stops()).isTrue();
        assertThat(accepted.stops()).isFalse();
    }

    @Test
    void a_server_that_reads_any_with_all_as_either_is_told_apart_by_its_count() {
        var checked = resolve(
                Definition.of("a/1").all("recent_buyers").campaign(),
                new Watched(fake, 1),
                ApplyHarness.SETTINGS,
                ApplyHarness.POLICY);

        assertThat(checked.diagnostics())
                .extracting(finding -> finding.help().orElse(""))
                .containsExactly("SeaX seems to read `any` with `all` as either: write all labels in `all`, or use"
                        + " `any` alone");
    }

    @Test
    void an_unknown_reach_is_the_written_limit_and_must_be_accepted_in_writing() {
        fake.capabilities(new Capabilities(true, false, false, false, false, false));
        var limited = Definition.of("a/1").expecting(OptionalInt.empty(), OptionalInt.of(500));

        var checked = resolve(limited);
        var accepted = resolve(limited.campaign(), fake, accepting("checked in the dashboard"), ApplyHarness.POLICY);
        var unlimited = resolve(
                Definition.of("a/1").campaign(), fake, accepting("checked in the dashboard"), ApplyHarness.POLICY);

        assertThat(checked.value().orElseThrow().reach())
                .isEqualTo(new Reach.Unknown("this API does not show which labels a contact has", 500));
        assertThat(checked.stops()).isTrue();
        assertThat(accepted.stops()).isFalse();
        assertThat(unlimited.stops()).isTrue();
        assertThat(rules(unlimited)).contains("audience/unverified-without-limit");
    }

    @Test
    void where_labels_cannot_be_listed_those_of_the_project_file_hold() {
        fake.capabilities(FakeWorkspace.TUTORIAL);
        var written =
                Map.of(new LabelName("premium_customers"), id("premium_customers"), new LabelName("DNC"), id("DNC"));
        var settings = new WorkspaceSettings(
                "production",
                ApplyHarness.SETTINGS.host(),
                ApplyHarness.SETTINGS.api(),
                ApplyHarness.SETTINGS.lock(),
                ApplyHarness.SETTINGS.horizon(),
                written,
                Optional.of("checked in the dashboard"),
                Optional.empty(),
                WorkspaceSettings.Precautions.NONE,
                Optional.empty());
        var limited = Definition.of("a/1").expecting(OptionalInt.empty(), OptionalInt.of(500));

        var checked = resolve(limited.campaign(), fake, settings, ApplyHarness.POLICY);
        var unwritten = resolve(limited.exclude("recent_buyers").campaign(), fake, settings, ApplyHarness.POLICY);

        assertThat(checked.stops()).isFalse();
        assertThat(checked.value().orElseThrow().audience().exclude()).containsExactly(id("DNC"));
        assertThat(unwritten.value()).isEmpty();
    }

    @Test
    void campaigns_that_cannot_be_listed_are_absent_and_not_none() {
        fake.capabilities(new Capabilities(true, true, true, false, true, true));
        var resolution =
                Resolver.resolve(List.of(), fake, ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));

        assertThat(resolution.remote()).isEmpty();
    }

    @Test
    void people_excluded_on_another_row_of_theirs_are_counted_by_whose_exclusion_it_was() {
        fake.contact("+15550100001", "DNC").contact("+15550100001", "recent_buyers");

        var reach = (Reach.Known)
                resolved(Definition.of("a/1").exclude("recent_buyers")).reach();

        assertThat(reach.otherRows()).isEqualTo(new Reach.OtherRows(1, 1));
    }

    private ResolvedCampaign resolved(Definition definition) {
        return resolve(definition).value().orElseThrow();
    }

    private Checked<ResolvedCampaign> resolve(Definition definition) {
        return resolve(definition.campaign(), fake, ApplyHarness.SETTINGS, ApplyHarness.POLICY);
    }

    private static Checked<ResolvedCampaign> resolve(
            Campaign campaign, Workspace workspace, WorkspaceSettings settings, Policy policy) {
        var resolution = Resolver.resolve(List.of(campaign), workspace, settings, policy, new Places(Map.of()));
        return Objects.requireNonNull(resolution.campaigns().get(campaign.identity()));
    }

    private static WorkspaceSettings accepting(String reason) {
        var settings = ApplyHarness.SETTINGS;
        return new WorkspaceSettings(
                settings.name(),
                settings.host(),
                settings.api(),
                settings.lock(),
                settings.horizon(),
                Map.of(),
                Optional.of(reason),
                Optional.empty(),
                WorkspaceSettings.Precautions.NONE,
                Optional.empty());
    }

    private LabelId id(String label) {
        return fake.labelId(label);
    }

    private static List<String> rules(Checked<ResolvedCampaign> checked) {
        return checked.diagnostics().stream().map(Diagnostic::id).toList();
    }

    /** A workspace that notes what it is asked, and counts some people more than there are. */
    private static final class Watched implements Workspace {
        private final Workspace workspace;
        private final int surplus;
        private final List<String> asked = new ArrayList<>();
        private UnaryOperator<List<Label>> edit = UnaryOperator.identity();

        Watched(Workspace workspace) {
            this(workspace, 0);
        }

        Watched(Workspace workspace, int surplus) {
            this.workspace = workspace;
            this.surplus = surplus;
        }

        /** Somebody edits the labels after they were read once. */
        Watched editedMeanwhile(UnaryOperator<List<Label>> change) {
            edit = change;
            return this;
        }

        @Override
        public Capabilities capabilities() {
            return workspace.capabilities();
        }

        @Override
        public List<Phone> phones() {
            asked.add("phones");
            return workspace.phones();
        }

        @Override
        public List<Label> labels() {
            boolean isFirst = !asked.contains("labels");
            asked.add("labels");
            return isFirst ? workspace.labels() : edit.apply(workspace.labels());
        }

        @Override
        public Movement contacts(Consumer<Contact> rows) {
            asked.add("contacts");
            return workspace.contacts(rows);
        }

        @Override
        public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
            asked.add("carriers");
            workspace.carriers(labels, rows);
        }

        @Override
        public List<Template> templates(Phone sender) {
            asked.add("templates");
            return workspace.templates(sender);
        }

        @Override
        public int count(Audience<LabelId> audience) {
            asked.add("count");
            return workspace.count(audience) + surplus;
        }

        @Override
        public List<RemoteCampaign> campaigns(Instant since) {
            asked.add("campaigns");
            return workspace.campaigns(since);
        }

        @Override
        public Optional<RemoteCampaign> campaign(RemoteId id) {
            return workspace.campaign(id);
        }

        @Override
        public void recipients(RemoteId id, Consumer<Addressee> rows) {
            workspace.recipients(id, rows);
        }

        @Override
        public KeyedHash hash() {
            return workspace.hash();
        }

        @Override
        public Optional<Duration> skew() {
            return workspace.skew();
        }

        @Override
        public int logged(RemoteId id) {
            return workspace.logged(id);
        }

        @Override
        public List<RemoteJob> launches(Instant since) {
            return workspace.launches(since);
        }

        @Override
        public Optional<String> job(String jobId) {
            return workspace.job(jobId);
        }
    }
}
