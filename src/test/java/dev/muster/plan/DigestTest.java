package dev.muster.plan;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Campaign;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The digest of a review: another one whenever something else would be sent or to another number, and only then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestTest {
    private static final Definition SALE = Definition.of("sale/1")
            .any("premium_customers", "whatsapp_opt_in")
            .starting(AT.plus(Duration.ofDays(1)))
            .ending(AT.plus(Duration.ofDays(2)))
            .attaching("empty");
    private static final Sha256 POLICY = Fingerprint.of(ApplyHarness.POLICY);
    private static final Sha256 REVIEWED = digest(Worlds.small(), SALE.campaign());

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("its name", sale -> sale.named("Another name")),
                edit("its text", sale -> sale.saying("Another text")),
                edit(
                        "one blank in its text",
                        sale -> sale.saying(sale.campaign().message().text() + " ")),
                edit("its senders", sale -> sale.from("Support Line")),
                edit("one more sender", sale -> sale.from("Sales Line", "Support Line")),
                edit("its `any`", sale -> sale.any("premium_customers")),
                edit("its `all`", sale -> sale.all("whatsapp_opt_in")),
                edit("its exclusions", sale -> sale.exclude("empty")),
                edit("an excluded contact", sale -> sale.excludeContacts(Samples.contact(4))),
                edit(
                        "its start",
                        sale -> sale.starting(AT.plus(Duration.ofDays(1)).plusSeconds(1))
                                .ending(AT.plus(Duration.ofDays(2)))),
                edit("its end", sale -> sale.ending(AT.plus(Duration.ofDays(2)).plusSeconds(1))),
                edit("its labels for recipients", sale -> sale.attaching("premium_customers")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void changes_with_what_would_be_posted(UnaryOperator<Definition> edit) {
        assertThat(digest(Worlds.small(), edit.apply(SALE).campaign())).isNotEqualTo(REVIEWED);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                edit("an expectation that holds", sale -> sale.expecting(OptionalInt.of(1), OptionalInt.of(100))),
                edit("an acknowledgement", sale -> sale.acknowledging("policy/max-reach")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void does_not_change_with_what_nobody_receives(UnaryOperator<Definition> edit) {
        assertThat(digest(Worlds.small(), edit.apply(SALE).campaign())).isEqualTo(REVIEWED);
    }

    @Test
    void changes_when_the_same_labels_reach_another_number() {
        var grown = Worlds.small().contact("+15550100009", "premium_customers");

        assertThat(digest(grown, SALE.campaign())).isNotEqualTo(REVIEWED);
    }

    @Test
    void does_not_change_when_only_somebody_else_was_added() {
        var grown = Worlds.small().contact("+15550100009", "DNC", "premium_customers");

        assertThat(digest(grown, SALE.campaign())).isEqualTo(REVIEWED);
    }

    @Test
    void does_not_change_with_the_order_of_the_definitions() {
        var other = Definition.of("other/1").campaign();

        assertThat(digest(Worlds.small(), SALE.campaign(), other))
                .isEqualTo(digest(Worlds.small(), other, SALE.campaign()))
                .isNotEqualTo(REVIEWED);
    }

    @Test
    void does_not_change_with_time_alone() {
        assertThat(plan(Worlds.small(), new HandClock(AT.plusSeconds(60)), SALE.campaign())
                        .digest())
                .isEqualTo(REVIEWED);
    }

    @Test
    void changes_with_the_lock_and_with_the_workspace() {
        var binding = plan(Worlds.small(), new HandClock(AT), SALE.campaign()).binding();

        assertThat(Stream.of(
                                new PlanBinding(
                                        Records.WORKSPACE, Optional.of(Records.LINEAGE), 0, POLICY, binding.sends()),
                                new PlanBinding(Records.WORKSPACE, Optional.empty(), 1, POLICY, binding.sends()),
                                new PlanBinding(
                                        Records.WORKSPACE, Optional.empty(), 0, Sha256.of("other"), binding.sends()),
                                new PlanBinding(renamed(), Optional.empty(), 0, POLICY, binding.sends()),
                                new PlanBinding(moved(), Optional.empty(), 0, POLICY, binding.sends()),
                                new PlanBinding(elsewhere(), Optional.empty(), 0, POLICY, binding.sends()))
                        .map(PlanBinding::digest))
                .doesNotHaveDuplicates()
                .doesNotContain(REVIEWED);
        assertThat(binding.digest()).isEqualTo(REVIEWED);
    }

    private static dev.muster.lock.WorkspaceIdentity renamed() {
        var own = Records.WORKSPACE;
        return new dev.muster.lock.WorkspaceIdentity("staging", own.workspaceId(), own.baseUrl());
    }

    private static dev.muster.lock.WorkspaceIdentity moved() {
        var own = Records.WORKSPACE;
        return new dev.muster.lock.WorkspaceIdentity(own.name(), Samples.uuid(9, 9), own.baseUrl());
    }

    private static dev.muster.lock.WorkspaceIdentity elsewhere() {
        var own = Records.WORKSPACE;
        return new dev.muster.lock.WorkspaceIdentity(own.name(), own.workspaceId(), "https://other.example/api/v1");
    }

    private static Arguments edit(String name, UnaryOperator<Definition> edit) {
        return Arguments.of(Named.of(name, edit));
    }

    private static Sha256 digest(FakeWorkspace world, Campaign... campaigns) {
        var plan = plan(world, new HandClock(AT), campaigns);
        assertThat(plan.creates()).hasSameSizeAs(campaigns);
        return plan.digest();
    }

    private static Plan plan(FakeWorkspace world, HandClock clock, Campaign... campaigns) {
        var store = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
        return new ApplyHarness(world, store, clock).plan(List.of(campaigns));
    }
}
