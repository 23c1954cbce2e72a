package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.resolve.MessageContext;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.resolve.SuppressionLabels;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuppressionCheckTest {
    private static final LabelId DNC = Samples.label(9);
    private static final SuppressionLabels SUPPRESSION =
            new SuppressionLabels(List.of(new Label(DNC, new LabelName("DNC"), true, OptionalInt.of(51))), true);

    @Test
    void lets_a_request_pass_that_excludes_every_suppression_label() {
        var request = Samples.immediate("sale");
        var body = RequestBody.of(request, Dialect.TUTORIAL, Optional.empty());
        assertThatCode(() -> require(request, body)).doesNotThrowAnyException();
    }

    @Test
    void ends_the_run_when_the_text_to_be_posted_was_tampered_with() {
        var request = Samples.immediate("sale");
        var body = RequestBody.of(request, Dialect.TUTORIAL, Optional.empty());
        List.of(
                        body.replace(DNC.value(), Samples.label(3).value()),
                        body.replace("exclude_any_contact_label_ids", "exclude_any_contact_labels_ids"),
                        body.replace("[\"" + DNC + "\"]", "[]"),
                        "{}")
                .forEach(tampered -> assertThatIllegalStateException()
                        .as(tampered)
                        .isThrownBy(() -> require(request, tampered))
                        .withMessageContaining("sale/1"));
    }

    @Test
    void a_label_that_loses_its_people_while_they_are_read_is_a_danger() {
        assertThat(found(new SuppressionLabels.Seen(51, 0, 0)))
                .containsExactly("suppression/emptied: \"DNC\" had 51 contacts at the beginning of this plan, now 0");
        assertThat(found(new SuppressionLabels.Seen(51, 20, 0)))
                .containsExactly("suppression/shrunk: \"DNC\" had 51 contacts at the beginning of this plan, now 20");
        assertThat(found(new SuppressionLabels.Seen(51, 49, 0))).isEmpty();
    }

    @Test
    void a_label_that_counts_more_people_than_were_given_is_a_danger() {
        assertThat(found(new SuppressionLabels.Seen(51, 51, 3)))
                .containsExactly("suppression/count: SeaX counts 3 people more with \"DNC\" than the 51 that it gave");
        assertThat(found(new SuppressionLabels.Seen(51, 51, 1)))
                .containsExactly("suppression/count: SeaX counts 1 person more with \"DNC\" than the 51 that it gave");
    }

    private static List<String> found(SuppressionLabels.Seen seen) {
        var context = new PlanContext(
                Records.WORKSPACE,
                ApplyHarness.SETTINGS,
                ApplyHarness.POLICY,
                Optional.empty(),
                new Places(Map.of()),
                Records.AT);
        var labels = new SuppressionLabels(SUPPRESSION.labels(), true, Map.of(DNC, seen));
        return new SuppressionCheck(context, labels)
                .check(Records.campaign("sale/1")).stream()
                        .map(finding -> finding.id() + ": " + finding.message())
                        .toList();
    }

    private static void require(CampaignRequest request, String body) {
        Campaign campaign = Records.campaign("sale/1");
        var resolved = new ResolvedCampaign(
                campaign,
                List.of(),
                request.audience(),
                List.of(),
                new Reach.Unknown("not asked", 10),
                new MessageContext(Optional.empty(), Optional.empty()));
        var create = new Action.Create(Reason.NEW, resolved, request, body);
        SuppressionCheck.require(List.of(create), SUPPRESSION, Optional.empty());
    }
}
