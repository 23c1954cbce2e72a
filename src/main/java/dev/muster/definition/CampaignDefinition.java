package dev.muster.definition;

import dev.muster.model.SendBy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One campaign: who reads what, when, and from whom.
 *
 * <pre>{@code
 * kind: campaign
 * key: holiday-sale-2026               # never changes; asks for one send
 * generation: 1                        # raised by a person to ask for another send of the same key
 * name: WhatsApp Holiday Sale 2026
 * owner: crm-team
 * send_by: labels                      # or numbers, with a template
 * senders: [Sales Line]                # names in SeaX, or "+15550100100"
 * audience: {any: [premium_customers], all: [whatsapp_opt_in]}   # or a key
 * message: {text: "Our newsletter is out: https://example.com/news"}   # or a key
 * schedule: {start: 2026-12-01T10:00, zone: America/New_York}   # or a key, or immediately
 * attach_labels: [holiday_2026_received]
 * waves: [{only: [staff_test]}, {after: PT2H, max_failed: 2%, min_delivered: 90%}]
 * acknowledge: {policy/opt-in-required: these are our own staff}
 * }</pre>
 */
public record CampaignDefinition(
        @Doc(value = "Raise it to send this campaign a second time", example = "1")
        Optional<
                        @Min(value = 1, message = CampaignDefinition.GENERATION)
                        @Max(value = 9999, message = CampaignDefinition.GENERATION) Integer>
                generation,

        @Doc(value = "The name that SeaX shows, at most 85 characters", example = "WhatsApp Holiday Sale 2026")
        @NotBlank(message = "name/empty: the name is empty | write the name that SeaX is to show")
        @Size(
                max = 85,
                message = "name/too-long: SeaX takes 100 characters, and Muster's marker needs 15 of them"
                        + " | shorten the name to 85 characters")
        @Pattern(
                regexp = "^((?!\\[m:)[^\\n])*$",
                message = "name/marker-inside: `[m:` begins the marker that Muster adds to a name itself"
                        + " | remove it: a marker that is written by hand makes a send look like another")
        String name,

        @Doc(value = "Who answers for this campaign", example = "crm-team")
        Optional<@NotBlank(message = "owner/empty: the owner is empty | write a team or remove the key") String> owner,

        @Doc(value = "Which phones send: names in SeaX, or numbers in quotes", example = "[Sales Line]")
        List<@NotBlank(message = Wording.SENDER) String> senders,

        @Doc(
                value = "How people are found: by labels in SeaX, or by numbers that Muster lists, with an approved"
                        + " template; where none is written, as the workspaces say (default: labels)",
                example = "numbers")
        Optional<SendBy> sendBy,

        @Doc(value = "Who is reached: a block, or the key of an audience", example = "engaged")
        InlineOrKey<AudienceDefinition> audience,

        @Doc(value = "What people read: a block, or the key of a message", example = "winter-preview")
        InlineOrKey<MessageDefinition> message,

        @Doc(value = "When: a block, the key of a schedule, or immediately", example = "immediately")
        InlineOrKey<ScheduleDefinition> schedule,

        @Doc(value = "Labels that SeaX gives to everyone it reaches", example = "[holiday_2026_received]")
        List<@LabelText String> attachLabels,

        @Doc(
                value = "Sends to some of the audience first, and to the others once a gate is open",
                example = "[{only: [staff_test]}, {after: PT2H, max_failed: 2%, min_delivered: 90%}]")
        List<Wave> waves,

        @Doc(
                value = "Dangers that are accepted: rule id, and the reason",
                example = "{policy/opt-in-required: these are our own staff}")
        Map<String, @NotBlank(message = Wording.REASON) String> acknowledge) {
    /**
     * One of the waves.
     *
     * <pre>{@code
     * only: [staff_test]      # all but the last wave: who of the audience gets it in this wave
     * after: PT2H             # all but the first: when, counted from the send of the wave before
     * max_failed: 2%          # of the wave before
     * min_delivered: 90%
     * may_be_empty: true      # if it reaches nobody, the next wave is sent; not for the first and the last
     * }</pre>
     */
    public record Wave(
            @Doc(
                    value = "The wave reaches those of the audience who carry every one of these labels; the last wave"
                            + " reaches all who are left and has none",
                    example = "[staff_test]")
            List<@LabelText String> only,

            @Doc(value = "How long after the wave before was sent; the first wave has none", example = "PT2H")
            Optional<Duration> after,

            @Doc(value = "Most of the wave before that may have failed", example = "2%")
            Optional<ToleratedShare> maxFailed,

            @Doc(value = "Least of the wave before that must be delivered", example = "90%")
            Optional<Share> minDelivered,

            @Doc(
                    value = "Whether a wave that reaches nobody is passed over; the first and the last wave have none",
                    example = "true")
            Optional<Boolean> mayBeEmpty) {}

    private static final String GENERATION =
            "value/range: a generation is between 1 and 9999 | write 1, or one more than what was sent";
}
