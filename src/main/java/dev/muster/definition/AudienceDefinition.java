package dev.muster.definition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * Who is reached, in a document of its own or inside a campaign.
 *
 * <pre>{@code
 * kind: audience                       # these two in a document only
 * key: engaged
 * extends: nobody-twice                # that audience's lists are added to these
 * any: [premium_customers, new_subscribers]
 * all: [whatsapp_opt_in]
 * exclude: [recent_buyers]
 * exclude_contacts: []
 * expect: {at_least: 500, at_most: 2000}
 * }</pre>
 */
public record AudienceDefinition(
        @Doc(
                value = "Key of another audience whose lists are added to the lists here",
                example = "nobody-twice",
                key = "extends")
        Optional<String> base,

        @Doc(value = "Labels of which a person needs at least one", example = "[premium_customers, new_subscribers]")
        List<@LabelText String> any,

        @Doc(value = "Labels of which a person needs every one", example = "[whatsapp_opt_in]")
        List<@LabelText String> all,

        @Doc(value = "Labels of which a person must have none; these win over any and all", example = "[recent_buyers]")
        List<@LabelText String> exclude,

        @Doc(
                value = "Ids of contacts that are never reached, as SeaX shows them",
                example = "[00000000-0000-4000-8000-000000000001]")
        List<
                        @Pattern(
                                regexp = Wording.UUID,
                                message = "value/uuid: this is not the id of a contact"
                                        + " | copy the id from SeaX: 8-4-4-4-12 hexadecimal digits")
                        String>
                excludeContacts,

        @Doc(
                value = "How many people this should reach; a campaign outside these bounds is blocked",
                example = "{at_least: 500, at_most: 2000}")
        Optional<Expect> expect) {

    /**
     * How many people the author expects to reach.
     *
     * <pre>{@code expect: {at_least: 500, at_most: 2000}}</pre>
     */
    public record Expect(
            @Doc(value = "Fewest people", example = "500")
            Optional<
                            @Min(value = 0, message = Wording.COUNT) @Max(value = 100_000_000, message = Wording.COUNT)
                            Integer>
                    atLeast,

            @Doc(value = "Most people", example = "2000")
            Optional<
                            @Min(value = 0, message = Wording.COUNT) @Max(value = 100_000_000, message = Wording.COUNT)
                            Integer>
                    atMost) {}
}
