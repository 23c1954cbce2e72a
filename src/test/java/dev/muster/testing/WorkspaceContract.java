package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.Template;
import dev.muster.resolve.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Workspace}, whoever is in it: lists are whole, ordered and without repetition, and the
 * server's own count agrees with the documented set algebra. A subclass supplies a workspace with at least one sender, and
 * with labels, contacts and campaigns where its API can list them; laws about what it cannot list are skipped.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class WorkspaceContract {
    private static final RemoteId UNKNOWN = new RemoteId("campaign_that_never_was");

    public abstract Workspace workspace();

    @Test
    void capabilities_stay_the_same() {
        var workspace = workspace();
        assertThat(workspace.capabilities()).isEqualTo(workspace.capabilities());
    }

    @Test
    void senders_are_unique_and_sorted_by_name() {
        var phones = workspace().phones();
        assertThat(phones).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Phone::name));
        assertThat(phones).extracting(Phone::id).doesNotHaveDuplicates();
        assertThat(phones).extracting(Phone::number).allMatch(number -> number.matches("\\+[0-9]{8,15}"));
    }

    @Test
    void labels_are_unique_and_sorted_by_name() {
        var workspace = workspace();
        assumeTrue(workspace.capabilities().labels());
        assertThat(workspace.labels()).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Label::name));
        assertThat(workspace.labels()).extracting(Label::id).doesNotHaveDuplicates();
    }

    @Test
    void contacts_are_unique_and_sorted_by_id() {
        var contacts = workspace().contacts();
        assertThat(contacts).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Contact::id));
        assertThat(contacts).extracting(Contact::id).doesNotHaveDuplicates();
    }

    @Test
    void a_labels_count_is_the_number_of_contacts_that_carry_it() {
        var workspace = workspace();
        assumeTrue(workspace.capabilities().labels() && workspace.capabilities().contactLabels());
        var contacts = workspace.contacts();
        for (var label : workspace.labels()) {
            long carriers = contacts.stream()
                    .filter(contact -> contact.labels().contains(label.id()))
                    .count();
            label.count()
                    .ifPresent(count ->
                            assertThat((long) count).as(label.name().value()).isEqualTo(carriers));
        }
    }

    @Test
    void the_servers_count_is_the_documented_set_algebra() {
        var workspace = workspace();
        assumeTrue(
                workspace.capabilities().filters() && workspace.capabilities().contactLabels());
        var contacts = workspace.contacts();
        audiences(workspace)
                .forEach(audience -> assertThat(workspace.count(audience))
                        .as(audience.toString())
                        .isEqualTo((int) contacts.stream()
                                .filter(c -> FakeWorkspace.isReached(c, audience))
                                .count()));
    }

    @Test
    void the_carriers_of_a_label_are_the_contacts_that_show_it() {
        var workspace = workspace();
        assumeTrue(
                workspace.capabilities().filters() && workspace.capabilities().contactLabels());
        var contacts = workspace.contacts();
        for (var label : workspace.labels()) {
            var carriers = new TreeSet<ContactId>();
            workspace.carriers(List.of(label.id()), contact -> carriers.add(contact.id()));
            assertThat(carriers)
                    .as(label.name().value())
                    .containsExactlyElementsOf(contacts.stream()
                            .filter(contact -> contact.labels().contains(label.id()))
                            .map(Contact::id)
                            .toList());
        }
    }

    @Test
    void templates_of_each_sender_are_unique_and_sorted_by_name() {
        var workspace = workspace();
        assumeTrue(workspace.capabilities().templates());
        assertThat(workspace.phones())
                .anyMatch(sender -> !workspace.templates(sender).isEmpty());
        for (var sender : workspace.phones()) {
            var templates = workspace.templates(sender);
            assertThat(templates).isSortedAccordingTo(Comparator.comparing(Template::name));
            assertThat(templates).extracting(Template::id).doesNotHaveDuplicates();
            assertThat(templates).noneMatch(template -> template.status().isEmpty());
        }
    }

    @Test
    void campaigns_come_newest_first_and_none_is_older_than_asked() {
        var workspace = workspace();
        assumeTrue(workspace.capabilities().campaigns());
        var all = workspace.campaigns(Instant.EPOCH);
        assertThat(all).isSortedAccordingTo(FakeWorkspace.newestFirst());
        assertThat(all).extracting(RemoteCampaign::id).doesNotHaveDuplicates();
        times(all)
                .forEach(since -> assertThat(workspace.campaigns(since))
                        .isEqualTo(all.stream()
                                .filter(c -> !c.createdAt().orElse(since).isBefore(since))
                                .toList()));
    }

    @Test
    void a_listed_campaign_is_found_by_its_id_and_no_other_is() {
        var workspace = workspace();
        assertThat(workspace.campaign(UNKNOWN)).isEmpty();
        assumeTrue(workspace.capabilities().campaigns());
        workspace.campaigns(Instant.EPOCH).stream()
                .limit(3)
                .forEach(listed -> assertThat(workspace.campaign(listed.id()))
                        .map(RemoteCampaign::name)
                        .contains(listed.name()));
    }

    @Test
    void an_unknown_job_is_absent() {
        var workspace = workspace();
        assumeTrue(workspace.capabilities().jobs());
        assertThat(workspace.job("job_that_never_was")).isEmpty();
    }

    private static List<Instant> times(List<RemoteCampaign> campaigns) {
        return campaigns.stream()
                .map(RemoteCampaign::createdAt)
                .flatMap(Optional::stream)
                .distinct()
                .limit(5)
                .toList();
    }

    /** Every label alone, and every part of an audience at least once. */
    private static Stream<Audience<LabelId>> audiences(Workspace workspace) {
        var ids = workspace.labels().stream().map(Label::id).toList();
        var first = ids.subList(0, 1);
        var last = ids.subList(ids.size() - 1, ids.size());
        var someone = workspace.contacts().stream().limit(1).map(Contact::id).toList();
        return Stream.concat(
                ids.stream().map(id -> new Audience<>(List.of(id), List.of(), List.of(), List.of())),
                Stream.of(
                        new Audience<>(ids, List.of(), List.of(), List.of()),
                        new Audience<>(List.of(), first, List.of(), List.of()),
                        new Audience<>(
                                List.of(),
                                Stream.concat(first.stream(), last.stream()).toList(),
                                List.of(),
                                List.of()),
                        new Audience<>(ids, first, List.of(), List.of()),
                        new Audience<>(ids, List.of(), last, List.of()),
                        new Audience<>(ids, List.of(), List.of(), someone)));
    }
}
