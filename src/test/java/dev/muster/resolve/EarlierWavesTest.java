package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.KeyedHash;
import dev.muster.model.KeyedRoster;
import dev.muster.model.Marker;
import dev.muster.model.RemoteId;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whom a second wave leaves out, by what is known of the first one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierWavesTest {
    private static final KeyedHash HASH = ApplyHarness.GAUGE.hash();
    private static final String ADA = "+15550100001";
    private static final String BO = "+15550100002";
    private static final String CY = "+15550100003";
    private static final Campaign SECOND = Records.waves("news", 2).inWave(2);

    private final FakeWorkspace world = new FakeWorkspace()
            .phone("Sales Line", "+15550100100")
            .label("premium_customers")
            .systemLabel("DNC")
            .label("muster/news/1")
            .campaign("campaign_1", "News " + marker().suffix(), Instant.parse("2026-11-30T09:00:00Z"));

    @Test
    void whoever_the_log_names_is_left_out_on_every_row_of_the_number() {
        world.contact(ADA, "premium_customers")
                .contact(ADA, "premium_customers")
                .contact(BO, "premium_customers")
                .recipients("campaign_1", List.of(addressee(ADA)));

        assertThat(people(Optional.empty())).isEqualTo(1);
        assertThat(earlier(Optional.empty()).leftOut()).containsExactly(Samples.contact(1), Samples.contact(2));
        assertThat(earlier(Optional.empty()).byLabelOnly()).isZero();
    }

    @Test
    void a_number_is_the_same_however_the_log_and_the_contact_write_it() {
        world.contact("whatsapp:+49 1512 3456789", "premium_customers")
                .contact("+5511988887777", "premium_customers")
                .contact(BO, "premium_customers")
                .recipients("campaign_1", List.of(addressee("004915123456789"), addressee("+551188887777")));

        assertThat(people(Optional.empty())).isEqualTo(1);
    }

    @Test
    void whoever_carries_the_label_on_one_row_is_left_out_on_all_and_that_no_wave_reached_them_is_told() {
        world.contact(ADA, "premium_customers").contact(ADA, "muster/news/1").contact(BO, "premium_customers");

        assertThat(people(Optional.empty())).isEqualTo(1);
        assertThat(earlier(Optional.empty()).byLabelOnly()).isEqualTo(1);
    }

    @Test
    void a_log_without_numbers_is_made_up_for_by_the_list_and_by_nothing_else() {
        world.contact(ADA, "premium_customers")
                .contact(BO, "premium_customers")
                .recipients("campaign_1", List.of(new Addressee(Optional.empty(), "")));

        assertThat(unknown(Optional.empty())).contains("its log has no number for 1 of 1 messages");
        assertThat(unknown(Optional.of(list(HASH, ADA)))).isEmpty();
        assertThat(people(Optional.of(list(HASH, ADA)))).isEqualTo(1);
    }

    @Test
    void a_list_that_is_shorter_than_the_log_does_not_make_up_for_it() {
        var nobody = new Addressee(Optional.of(Samples.contact(77)), "");
        world.contact(ADA, "premium_customers").recipients("campaign_1", List.of(nobody, nobody));

        assertThat(unknown(Optional.of(list(HASH, ADA)))).isPresent();
    }

    @Test
    void a_list_of_a_key_that_was_changed_since_names_nobody() {
        world.contact(ADA, "premium_customers").recipients("campaign_1", List.of(new Addressee(Optional.empty(), "")));
        KeyedHash before = text -> HASH.of("before " + text);

        assertThat(unknown(Optional.of(list(before, ADA)))).isPresent();
    }

    @Test
    void whoever_the_list_names_is_left_out_also_where_the_log_forgot_them() {
        world.contact(ADA, "premium_customers").contact(BO, "premium_customers").contact(CY, "premium_customers");

        assertThat(people(Optional.of(list(HASH, ADA, BO)))).isEqualTo(1);
    }

    @Test
    void more_than_a_request_can_carry_are_not_left_out_by_id_and_that_is_told() {
        int many = EarlierWaves.MOST_BY_ID + 1;
        IntStream.range(0, many).forEach(person -> world.contact("+15552" + (100_000 + person), "premium_customers"));
        world.recipients(
                "campaign_1",
                IntStream.range(0, many)
                        .mapToObj(person -> addressee("+15552" + (100_000 + person)))
                        .toList());

        assertThat(earlier(Optional.empty()).tooMany()).hasValue(many);
        assertThat(earlier(Optional.empty()).leftOut()).isEmpty();
    }

    @Test
    void where_most_carry_the_label_the_others_are_left_out_by_id() {
        int many = EarlierWaves.MOST_BY_ID + 1;
        IntStream.range(0, many)
                .forEach(person -> world.contact("+15552" + (100_000 + person), "premium_customers", "muster/news/1"));
        world.contact(ADA, "premium_customers").recipients("campaign_1", List.of(addressee(ADA)));

        assertThat(earlier(Optional.empty()).leftOut()).containsExactly(Samples.contact(many + 1));
        assertThat(earlier(Optional.empty()).tooMany()).isEmpty();
    }

    private static Addressee addressee(String number) {
        return new Addressee(Optional.empty(), number);
    }

    private static KeyedRoster list(KeyedHash hash, String... numbers) {
        return KeyedRoster.of(List.of(numbers).stream().map(hash::of).toList(), hash);
    }

    private static Marker marker() {
        return Marker.of(Records.WORKSPACE.workspaceId(), new CampaignIdentity(new CampaignKey("news"), 1));
    }

    private int people(Optional<KeyedRoster> list) {
        var resolved = Objects.requireNonNull(resolution(list).campaigns().get(SECOND.identity()));
        return ((Reach.Known) resolved.value().orElseThrow().reach()).people();
    }

    private Optional<String> unknown(Optional<KeyedRoster> list) {
        return earlier(list).waves().get(0).unknown();
    }

    private EarlierWaves earlier(Optional<KeyedRoster> list) {
        return resolution(list).before(SECOND.identity()).orElseThrow();
    }

    private Resolution resolution(Optional<KeyedRoster> list) {
        var first = new RecordedSend(
                new CampaignIdentity(SECOND.key(), 1),
                marker(),
                Optional.of(new RemoteId("campaign_1")),
                Optional.of(world.labelId("muster/news/1")),
                list);
        var sent = new RecordedSends(Map.of(SECOND.key(), List.of(first)), Set.of(SECOND.key()), campaign -> true);
        return Resolver.resolve(
                List.of(SECOND), world, ApplyHarness.WITH_RECEIPTS, ApplyHarness.POLICY, new Places(Map.of()), sent);
    }
}
