package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Places;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.resolve.Resolution;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of several that could be meant, the one is found that going through the whole record finds first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierSendLookupTest {
    @Test
    void of_several_on_seax_the_first_in_its_list_is_found_whatever_the_order_of_the_markers() {
        var sentBefore = before(
                Records.AT,
                List.of(remote("c", "other/1"), remote("b", "sale/2"), remote("a", "sale/1"), remote("d", "sale/2")));

        for (var asked : List.of(List.of("sale/1", "sale/2"), List.of("sale/2", "sale/1"))) {
            var markers = asked.stream().map(EarlierSendLookupTest::marker).toList();
            assertThat(sentBefore.onSeax(markers)).map(RemoteCampaign::id).contains(new RemoteId("b"));
        }
        assertThat(sentBefore.onSeax(List.of(marker("sale/3")))).isEmpty();
    }

    @Test
    void the_same_content_under_the_own_key_is_no_twin_and_the_first_under_another_key_is() {
        var sale = Records.campaign("sale/2", "text");
        var own = Records.confirmed(Records.intent(Records.campaign("sale/1", "text")));
        var first = Records.confirmed(Records.intent(Records.campaign("first/1", "text")));
        var second = Records.confirmed(Records.intent(Records.campaign("second/1", "text")));
        var different = Records.confirmed(Records.intent(Records.campaign("different/1", "another text")));

        assertThat(before(Records.AT, List.of(), own, different).underAnotherKey(sale))
                .isEmpty();
        assertThat(before(Records.AT, List.of(), second, own, first, different).underAnotherKey(sale))
                .contains(first);
    }

    @Test
    void a_text_that_reads_the_same_is_a_twin_whatever_its_blanks_and_invisible_characters() {
        var sent = Records.confirmed(Records.intent(Records.campaign("first/1", "our caf\u00e9 sale")));
        var block = Records.confirmed(Records.intent(Records.campaign("first/1", "our caf\u00e9 sale\n")));

        for (var text : List.of(
                "our caf\u00e9 sale",
                " our caf\u00e9  sale ",
                "our cafe\u0301 sale\n",
                "our\u00a0caf\u00e9 sale\u200b",
                "our caf\u00e9 sale\ufe0f")) {
            var again = Records.campaign("again/1", text);
            assertThat(before(Records.AT, List.of(), sent).underAnotherKey(again))
                    .contains(sent);
            assertThat(before(Records.AT, List.of(), block).underAnotherKey(again))
                    .contains(block);
        }
        assertThat(before(Records.AT, List.of(), sent).underAnotherKey(Records.campaign("again/1", "our cafe sale")))
                .isEmpty();
    }

    @Test
    void what_was_sent_long_ago_is_forgotten_and_a_doubt_never_is() {
        var sale = Records.campaign("sale/1", "text");
        var other = Records.intent(Records.campaign("other/1", "text"));
        var later = Records.AT.plus(Duration.ofDays(400));

        assertThat(before(Records.AT, List.of(), Records.confirmed(other)).underAnotherKey(sale))
                .isPresent();
        assertThat(before(later, List.of(), Records.confirmed(other)).underAnotherKey(sale))
                .isEmpty();
        assertThat(before(later, List.of(), other).underAnotherKey(sale)).contains(other);
    }

    private static EarlierSendLookup before(Instant now, List<RemoteCampaign> remote, LockEntry... entries) {
        var lock = Arrays.stream(entries)
                .reduce(Lock.empty(Records.LINEAGE, Records.WORKSPACE), Lock::with, (one, other) -> other);
        var context = new PlanContext(
                Records.WORKSPACE,
                ApplyHarness.SETTINGS,
                ApplyHarness.POLICY,
                Optional.of(lock),
                new Places(Map.of()),
                now);
        var none = Resolution.NOT_NEEDED;
        var resolution = new Resolution(
                none.capabilities(),
                Map.of(),
                Optional.of(remote),
                Optional.empty(),
                none.suppression(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of());
        return new EarlierSendLookup(context, Optional.of(resolution));
    }

    private static RemoteCampaign remote(String id, String identity) {
        return new RemoteCampaign(
                new RemoteId(id),
                "Sale " + marker(identity).suffix(),
                "broadcast",
                "running",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static Marker marker(String identity) {
        return Marker.of(Records.WORKSPACE.workspaceId(), CampaignIdentity.parse(identity));
    }
}
