package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestBodyTest {
    private static final Optional<OpenApiAccount> ACCOUNT =
            Optional.of(new OpenApiAccount("MG00000000000000000000000000000000", Samples.uuid(5, 1)));

    @Test
    void tutorial_dialect_byte_for_byte() {
        Approvals.verify(
                tutorial(Samples.immediate("flash-sale")) + "\n" + tutorial(Samples.scheduled("holiday-sale")));
    }

    @Test
    void openapi_dialect_byte_for_byte() {
        var withMedia = withMessage(
                Samples.scheduled("holiday-sale"), Samples.message(List.of("https://example.com/media/sale.jpg")));
        Approvals.verify(openapi(Samples.immediate("flash-sale")) + "\n" + openapi(withMedia));
    }

    @Test
    void never_posts_a_label_name() {
        var byName = Samples.request(
                "flash-sale",
                new Audience<>(List.of(new LabelId("vip_customers")), List.of(), List.of(), List.of()),
                new Schedule.Immediately());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tutorial(byName))
                .withMessage("any_contact_label_ids takes ids in UUID form, never a name: vip_customers");
    }

    @Test
    void the_tutorial_dialect_cannot_carry_media() {
        var withMedia = withMessage(
                Samples.immediate("flash-sale"), Samples.message(List.of("https://example.com/media/sale.jpg")));
        assertThatIllegalArgumentException().isThrownBy(() -> tutorial(withMedia));
    }

    @Test
    void the_openapi_dialect_needs_an_account_and_a_template() {
        var request = Samples.immediate("flash-sale");
        var plain = new Message("Hello", List.of(), false, Optional.empty(), java.util.Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestBody.of(request, Dialect.OPENAPI, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> openapi(withMessage(request, plain)));
    }

    @Test
    void has_no_empty_list_and_says_every_default() {
        assertThat(tutorial(Samples.immediate("flash-sale")))
                .doesNotContain("[]", "null", "all_contact_label_ids", "exclude_contact_ids", "start_time")
                .contains("\"is_schedule\":false", "\"enable_link_shortening\":true");
    }

    private static String tutorial(CampaignRequest request) {
        return RequestBody.of(request, Dialect.TUTORIAL, Optional.empty());
    }

    private static String openapi(CampaignRequest request) {
        return RequestBody.of(request, Dialect.OPENAPI, ACCOUNT);
    }

    private static CampaignRequest withMessage(CampaignRequest request, Message message) {
        return new CampaignRequest(
                request.identity(),
                request.marker(),
                request.name(),
                message,
                request.senders(),
                request.audience(),
                request.schedule(),
                request.attachLabels());
    }
}
