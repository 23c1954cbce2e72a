package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** People who come, go and opt out while the workspace is read, and counts that cannot both be right. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleReadingTest {
    private final FakeWorkspace fake = new FakeWorkspace()
            .phone("Sales Line", "+15550100100")
            .label("premium_customers")
            .label("whatsapp_opt_in")
            .systemLabel("DNC")
            .contact("+15550100001", "premium_customers")
            .contact("+15550100002", "premium_customers")
            .contact("+15550100003", "premium_customers", "DNC");
    private final Moving moving = new Moving(fake);

    @Test
    void whoever_opts_out_after_their_page_was_read_is_left_out() {
        moving.afterContacts = () -> fake.attach("DNC", "+15550100001");

        var resolution = resolve();

        assertThat(messages(resolution)).isEqualTo(1);
        assertThat(texts(resolution.findings()))
                .contains("1 person opted out while the workspace was read; they get no message");
    }

    @Test
    void whoever_was_never_read_and_carries_an_excluded_label_is_known_all_the_same() {
        moving.hidden = 1;

        var resolution = resolve();

        assertThat(messages(resolution)).isEqualTo(2);
        assertThat(resolution.suppression().labels()).extracting(Label::count).containsExactly(OptionalInt.of(1));
    }

    @Test
    void whom_only_a_label_shows_is_missing_in_the_list() {
        moving.hidden = 1;
        assertThat(finding("audience/contacts-missing").message())
                .isEqualTo("SeaX has 1 contact more than it listed in each reading");
    }

    /** Whoever comes with the label after the list was read is in the next one, and so few are no sign of anything. */
    @Test
    void a_few_newcomers_whom_only_a_label_shows_are_not_missing() {
        moving.movement = new Movement(Optional.empty(), Optional.empty(), 0, 1, 0, 0);
        moving.hidden = 1;
        assertThat(rules()).doesNotContain("audience/contacts-missing");
    }

    @Test
    void how_many_lost_an_excluded_label_meanwhile_is_known() {
        moving.afterContacts = () -> fake.detach("DNC", "+15550100003");
        assertThat(resolve().suppression().seen())
                .containsExactly(Map.entry(fake.labelId("DNC"), new SuppressionLabels.Seen(1, 0, 0)));
    }

    @Test
    void whoever_loses_an_excluded_label_meanwhile_stays_excluded() {
        moving.afterContacts = () -> fake.detach("DNC", "+15550100003");
        assertThat(messages(resolve())).isEqualTo(2);
    }

    @Test
    void a_count_that_differs_by_what_was_seen_moving_is_a_note() {
        moving.movement = new Movement(Optional.empty(), Optional.empty(), 1, 0, 0, 0);
        moving.surplus = 9;

        var finding = finding("audience/server-disagrees");

        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.message()).isEqualTo("SeaX counts 11 contacts for this audience, Muster counts 2");
        assertThat(moving.readings).isEqualTo(1);
    }

    @Test
    void a_count_that_differs_by_more_is_an_error_after_one_second_reading() {
        moving.movement = new Movement(Optional.empty(), Optional.empty(), 1, 0, 0, 0);
        moving.surplus = 13;

        assertThat(finding("audience/server-disagrees").severity()).isEqualTo(Severity.ERROR);
        assertThat(moving.readings).isEqualTo(2);
    }

    @Test
    void a_count_that_differs_where_nothing_moves_is_an_error_however_small() {
        moving.surplus = 1;
        assertThat(finding("audience/server-disagrees").severity()).isEqualTo(Severity.ERROR);
        assertThat(moving.readings).isEqualTo(2);
    }

    @Test
    void a_label_that_counts_more_people_than_were_read_is_told_after_a_second_reading() {
        moving.countedMore = 3;
        assertThat(resolve().suppression().seen())
                .containsExactly(Map.entry(fake.labelId("DNC"), new SuppressionLabels.Seen(1, 1, 3)));
        assertThat(moving.readings).isEqualTo(2);
    }

    @Test
    void contacts_that_are_counted_and_never_given_are_a_danger() {
        moving.movement = new Movement(Optional.empty(), Optional.empty(), 0, 0, 0, 5);
        assertThat(finding("audience/contacts-missing").message())
                .isEqualTo("SeaX has 5 contacts more than it listed in each reading");
    }

    @Test
    void what_was_seen_moving_is_told_with_its_times() {
        var from = Instant.parse("2026-11-30T09:00:03Z");
        moving.movement = new Movement(Optional.of(from), Optional.of(from.plusSeconds(38)), 1_203, 1, 0, 0);
        assertThat(texts(resolve().findings()))
                .containsExactly(
                        "contacts changed while they were read, 09:00:03 to 09:00:41 UTC: at least 1,203 added,"
                                + " 1 removed");
    }

    @Test
    void several_excluded_labels_are_asked_for_at_once() {
        suppressTwo();
        moving.afterContacts = () -> fake.attach("unsubscribed", "+15550100001");

        var reading = read("DNC", "unsubscribed");

        assertThat(moving.asked).containsExactly(2);
        assertThat(reading.suppression())
                .isEqualTo(Map.of(
                        fake.labelId("DNC"), new SuppressionLabels.Seen(1, 1, 0),
                        fake.labelId("unsubscribed"), new SuppressionLabels.Seen(2, 2, 0)));
        assertThat(reading.optedOut()).isEqualTo(1);
    }

    /** One that is missing there may be unknown to SeaX's filter, or have lost its people. */
    @Test
    void a_label_with_fewer_people_than_before_is_asked_for_alone() {
        suppressTwo();
        moving.together = labels -> labels.subList(0, 1);
        moving.afterContacts = () -> fake.attach("unsubscribed", "+15550100001");

        var reading = read("DNC", "unsubscribed");

        assertThat(moving.asked).containsExactly(2, 1);
        assertThat(reading.suppression())
                .containsEntry(fake.labelId("unsubscribed"), new SuppressionLabels.Seen(2, 2, 0));
        assertThat(reading.optedOut()).isEqualTo(1);
    }

    @Test
    void a_label_without_anybody_is_asked_for_alone() {
        fake.label("unsubscribed");
        assertThat(read("DNC", "unsubscribed").suppression())
                .containsEntry(fake.labelId("unsubscribed"), new SuppressionLabels.Seen(0, 0, 0));
        assertThat(moving.asked).containsExactly(2, 1);
    }

    @Test
    void nobody_is_excluded_because_seax_hands_over_everybody_for_several_labels() {
        suppressTwo();
        moving.together =
                labels -> List.of(fake.labelId("DNC"), fake.labelId("unsubscribed"), fake.labelId("premium_customers"));

        var reading = read("DNC", "unsubscribed");

        assertThat(moving.asked).containsExactly(2, 1, 1);
        assertThat(reading.suppression().values()).containsOnly(new SuppressionLabels.Seen(1, 1, 0));
        assertThat(reading.optedOut()).isZero();
    }

    private void suppressTwo() {
        fake.label("unsubscribed").contact("+15550100004", "premium_customers", "unsubscribed");
    }

    private PeopleReading read(String... excluded) {
        return PeopleReading.of(moving, ApplyHarness.SETTINGS, ApplyHarness.excluding(excluded), List.of(), List.of());
    }

    private List<String> rules() {
        return resolve().campaigns().values().stream()
                .flatMap(resolved -> resolved.diagnostics().stream())
                .map(Diagnostic::id)
                .toList();
    }

    private Diagnostic finding(String rule) {
        return resolve().campaigns().values().stream()
                .flatMap(resolved -> resolved.diagnostics().stream())
                .filter(found -> found.id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<Diagnostic> findings) {
        return findings.stream().map(Diagnostic::message).toList();
    }

    private static long messages(Resolution resolution) {
        var only = resolution.campaigns().values().iterator().next();
        return ((Reach.Known) only.value().orElseThrow().reach()).messages();
    }

    private Resolution resolve() {
        var campaigns = List.of(Definition.of("a/1").campaign());
        return Resolver.resolve(campaigns, moving, ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));
    }

    /** A workspace that changes after its contacts were read, and counts otherwise than it gives. */
    private static final class Moving implements Workspace {
        private final FakeWorkspace workspace;
        private Movement movement = Movement.NONE;
        private final List<Integer> asked = new ArrayList<>();
        private Runnable afterContacts = () -> {};
        private UnaryOperator<List<LabelId>> together = labels -> labels;
        private int hidden;
        private int surplus;
        private int countedMore;
        private int readings;

        Moving(FakeWorkspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Movement contacts(Consumer<Contact> rows) {
            readings++;
            var all = workspace.contacts();
            all.subList(0, all.size() - hidden).forEach(rows);
            afterContacts.run();
            return movement;
        }

        @Override
        public int count(Audience<LabelId> audience) {
            return workspace.count(audience) + surplus;
        }

        @Override
        public List<Label> labels() {
            return workspace.labels().stream()
                    .map(label -> new Label(
                            label.id(),
                            label.name(),
                            label.system(),
                            OptionalInt.of(label.count().orElseThrow() + (label.system() ? countedMore : 0))))
                    .toList();
        }

        @Override
        public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
            asked.add(labels.size());
            workspace.carriers(labels.size() > 1 ? together.apply(List.copyOf(labels)) : labels, rows);
        }

        @Override
        public Capabilities capabilities() {
            return workspace.capabilities();
        }

        @Override
        public List<Phone> phones() {
            return workspace.phones();
        }

        @Override
        public List<Template> templates(Phone sender) {
            return workspace.templates(sender);
        }

        @Override
        public List<RemoteCampaign> campaigns(Instant since) {
            return workspace.campaigns(since);
        }

        @Override
        public Optional<RemoteCampaign> campaign(RemoteId id) {
            return workspace.campaign(id);
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
        public void recipients(RemoteId id, Consumer<Addressee> rows) {
            workspace.recipients(id, rows);
        }

        @Override
        public KeyedHash hash() {
            return workspace.hash();
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
