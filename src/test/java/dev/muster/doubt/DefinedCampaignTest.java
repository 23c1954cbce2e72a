package dev.muster.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Marker;
import dev.muster.model.PhoneId;
import dev.muster.model.ReceiptLabel;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.Selector;
import dev.muster.model.project.WorkspaceSettings.Precautions;
import dev.muster.resolve.WorkspaceNames;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whether a campaign on SeaX, with the marker of a key that two teams may have chosen, is the one that is defined. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinedCampaignTest {
    private static final Campaign SALE = Definition.of("sale/1").campaign();
    private static final Marker MARKER = Marker.of("here", SALE.identity());

    private final FakeWorkspace workspace = new FakeWorkspace()
            .phone("Sales Line", "+15550100100", false)
            .phone("Help", "+15550100101")
            .label("premium_customers")
            .label("vip")
            .systemLabel("DNC")
            .label(ReceiptLabel.nameOf(SALE.identity()).value());

    @Test
    void the_audience_senders_and_exclusions_of_the_definition_are_its_own_also_with_a_receipt_label() {
        assertThat(objections(shown(Map.of()))).isEmpty();
        var receipt = id(ReceiptLabel.nameOf(SALE.identity()).value());
        assertThat(objections(shown(Map.of(Selector.EXCLUDE, Set.of(id("DNC"), receipt)))))
                .isEmpty();
    }

    @Test
    void every_selector_counts() {
        var another = List.of("it is for another audience");
        assertThat(objections(shown(Map.of(Selector.ALL, Set.of(id("vip")))))).isEqualTo(another);
        assertThat(objections(shown(Map.of(Selector.ANY, Set.of(id("vip")))))).isEqualTo(another);
        assertThat(objections(shown(Map.of(Selector.EXCLUDE, Set.of())))).isEqualTo(another);
        assertThat(objections(shown(Map.of(Selector.EXCLUDE, Set.of(id("DNC"), id("vip"))))))
                .isEqualTo(another);
        assertThat(objections(shown(Map.of(Selector.OTHER, Set.of("contact"))))).isEqualTo(another);
        assertThat(objections(shown(Map.of(Selector.EXCLUDE_CONTACTS, Set.of("contact")))))
                .isEqualTo(another);
    }

    @Test
    void another_sender_and_another_type_count() {
        var other = new RemoteCampaign(
                new RemoteId("campaign_1"),
                SALE.name() + MARKER.suffix(),
                "SMS",
                "finished",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(phone("Help")),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
        assertThat(objections(other)).containsExactly("it is of type SMS", "it is sent from other phones");
    }

    @Test
    void a_name_that_stands_for_nothing_is_told_only_where_seax_shows_that_part() {
        var unknown = Definition.of("sale/1").any("nowhere").campaign();
        assertThat(objections(unknown, shown(Map.of()))).containsExactly("the workspace has no label \"nowhere\"");
        assertThat(objections(unknown, bare())).isEmpty();
    }

    private List<String> objections(RemoteCampaign shown) {
        return objections(SALE, shown);
    }

    private List<String> objections(Campaign campaign, RemoteCampaign shown) {
        var names = WorkspaceNames.read(workspace, ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));
        return DefinedCampaign.of(campaign, MARKER, names, Precautions.NONE).objections(shown);
    }

    private String id(String label) {
        return workspace.labels().stream()
                .filter(known -> known.name().value().equals(label))
                .map(known -> known.id().value())
                .findFirst()
                .orElseThrow();
    }

    private PhoneId phone(String name) {
        return workspace.phones().stream()
                .filter(phone -> phone.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** As it was asked for, but for these selectors. */
    private RemoteCampaign shown(Map<Selector, Set<String>> others) {
        var audience = new HashMap<Selector, Set<String>>(Map.of(
                Selector.ANY, Set.of(id("premium_customers")),
                Selector.ALL, Set.of(),
                Selector.EXCLUDE, Set.of(id("DNC"))));
        audience.putAll(others);
        return remote(List.of(phone("Sales Line")), audience);
    }

    /** As a server shows it that tells no more than the name. */
    private RemoteCampaign bare() {
        return remote(List.of(), Map.of());
    }

    private static RemoteCampaign remote(List<PhoneId> phones, Map<Selector, Set<String>> audience) {
        return new RemoteCampaign(
                new RemoteId("campaign_1"),
                SALE.name() + MARKER.suffix(),
                CampaignRequest.TYPE,
                "finished",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                phones,
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                audience);
    }
}
