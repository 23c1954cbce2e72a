package dev.muster.plan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.CampaignKey;
import dev.muster.model.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanBinding;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedPlanJsonTest {
    private static final SavedPlan SAVED =
            SavedPlan.of(plan(), List.of(new CampaignKey("a")), "0.1.0", ApplyHarness.GAUGE);
    private static final String DOCUMENT = document(SavedPlanJson.node(SAVED));

    @Test
    void what_was_written_is_read() {
        assertThat(read(DOCUMENT)).isEqualTo(SAVED);
    }

    @Test
    void a_plan_without_a_lock_is_read_too() {
        var binding = new PlanBinding(Records.WORKSPACE, Optional.empty(), 0, Sha256.of("policy"), List.of());
        var saved = new SavedPlan(
                binding,
                List.of(),
                Records.AT,
                Records.AT.plusSeconds(1),
                "0.1.0",
                new TreeMap<>(),
                ReviewedSuppression.NONE);

        assertThat(read(document(SavedPlanJson.node(saved)))).isEqualTo(saved);
    }

    @Test
    void a_plan_file_of_a_version_that_kept_no_suppression_is_read_and_one_that_lost_it_is_refused() {
        var without = new SavedPlan(
                SAVED.binding(),
                SAVED.keys(),
                SAVED.at(),
                SAVED.validUntil(),
                SAVED.toolVersion(),
                SAVED.sketches(),
                ReviewedSuppression.NONE);
        var older = SavedPlanJson.node(without);
        var lost = SavedPlanJson.node(SAVED);
        lost.remove("suppression");

        assertThat(older.has("suppression")).isFalse();
        assertThat(read(document(older))).isEqualTo(without);
        assertThat(isAccepted(document(lost))).isFalse();
    }

    @Test
    void a_plan_file_with_any_byte_flipped_is_refused() {
        var bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        var accepted = new ArrayList<String>();
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << bit);
                var text = new String(flipped, StandardCharsets.UTF_8);
                if (isAccepted(text)) {
                    accepted.add("bit " + bit + " of byte " + at + ": " + text);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void a_plan_file_that_was_cut_anywhere_is_refused() {
        for (int length = 0; length < DOCUMENT.length(); length++) {
            assertThat(isAccepted(DOCUMENT.substring(0, length)))
                    .as("%s characters", length)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"workspace", "lineage", "serial", "sends", "digest", "seal", "keys", "at", "valid_until"})
    void a_plan_file_without_one_of_its_parts_is_refused(String part) {
        var node = SavedPlanJson.node(SAVED);
        node.remove(part);

        assertThat(isAccepted(document(node))).isFalse();
    }

    @Test
    void a_plan_file_with_more_in_it_than_muster_writes_is_refused() {
        var node = SavedPlanJson.node(SAVED);
        ((ObjectNode) node.path("workspace")).put("note", "approved by the boss");

        assertThat(isAccepted(document(node))).isFalse();
    }

    @Test
    void a_plan_file_with_a_part_given_twice_or_something_after_it_is_refused() {
        assertThat(isAccepted(DOCUMENT.replace("\"serial\":0", "\"serial\":0,\"serial\":0")))
                .isFalse();
        assertThat(isAccepted(DOCUMENT + "{}")).isFalse();
    }

    /** The rest of the document is for others, and is passed over: still it must be whole. */
    @Test
    void a_plan_file_whose_other_parts_are_damaged_is_refused() {
        var parts = DOCUMENT.replaceFirst("^\\{", "{\"totals\":{\"create\":1},\"campaigns\":[{\"plan\":{}}],");

        assertThat(read(parts)).isEqualTo(SAVED);
        assertThat(isAccepted(parts.replace("\"create\":1", "\"create\":1,\"create\":1")))
                .isFalse();
        assertThat(isAccepted(parts.replace("\"create\":1}", "\"create\":1"))).isFalse();
        assertThat(isAccepted(parts.replaceFirst("\"totals\":\\{.*?}", "\"plan\":{}")))
                .isFalse();
        assertThat(isAccepted(parts.substring(0, parts.length() - 1))).isFalse();
        assertThat(isAccepted("[" + parts + "]")).isFalse();
    }

    @Test
    void a_plan_file_of_a_newer_muster_says_so() {
        var newer = DOCUMENT.replace("\"format\":2", "\"format\":3");

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("plan.json was written by a newer Muster: use that one, or plan again");
    }

    @ParameterizedTest(name = "number {index}")
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"plan\":null}", "{\"plan\":[]}", "{\"plan\":{}}", "\u0000"})
    void what_is_no_plan_file_at_all_is_refused_in_words(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("is not a plan file as Muster wrote it");
    }

    private static boolean isAccepted(String text) {
        try {
            read(text);
            return true;
        } catch (EnvironmentException refused) {
            return false;
        }
    }

    private static SavedPlan read(String text) {
        try {
            return SavedPlanJson.read(new StringReader(text), "plan.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document(ObjectNode plan) {
        return JsonMapper.shared().createObjectNode().set("plan", plan).toString();
    }

    private static Plan plan() {
        var store = MemoryLockStore.of(Records.lock());
        return ApplyHarness.of(store)
                .plan(List.of(
                        Definition.of("a/1").campaign(), Definition.of("b/1").campaign()));
    }
}
