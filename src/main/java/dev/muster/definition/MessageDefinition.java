package dev.muster.definition;

import dev.muster.model.Message;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people read, in a document of its own or inside a campaign.
 *
 * <pre>{@code
 * kind: message                        # these two in a document only
 * key: winter-preview
 * text: "Hello {name}, your early access is open: https://example.com/preview"
 * media: [https://example.com/winter.jpg]
 * shorten_links: true
 * template: {name: vip_preview, language: en_US}
 * placeholders: {name: Ana}
 * }</pre>
 */
public record MessageDefinition(
        @Doc(
                value =
                        "The text, at most 1,024 characters; {name} is filled in for each person; line breaks at the end are dropped",
                example = "\"Our newsletter is out: https://example.com/news\"")
        @MultiLine
        @NotBlank(message = "message/empty: the message has no text | write what people are to read")
        @Size(
                max = Message.LONGEST_TEXT,
                message = "message/too-long: WhatsApp takes at most 1,024 characters"
                        + " | shorten the text, or move details to a page that it links to")
        String text,

        @Doc(value = "Addresses of pictures, videos or documents", example = "[https://example.com/winter.jpg]")
        List<
                        @Pattern(
                                regexp = MEDIA_ADDRESS,
                                message = "message/media-not-https: media needs an https address without a"
                                        + " user name | write an address such as"
                                        + " https://example.com/picture.jpg")
                        String>
                media,

        @Doc(value = "Whether SeaX shortens links and counts clicks", example = "true")
        Optional<Boolean> shortenLinks,

        @Doc(
                value = "The approved WhatsApp template, for workspaces with `api: openapi`",
                example = "{name: vip_preview, language: en_US}")
        Optional<Template> template,

        @Doc(value = "A sample value for each placeholder, for previews only", example = "{name: Ana}")
        Map<String, String> placeholders) {
    /** The form of an address of media: https, without a user name. */
    public static final String MEDIA_ADDRESS = "^https://[^/@?#\\s]+([/?#]\\S*)?$";

    /**
     * The WhatsApp template that the text belongs to.
     *
     * <pre>{@code template: {name: vip_preview, language: en_US}}</pre>
     */
    public record Template(
            @Doc(value = "The template's name", example = "vip_preview")
            @NotBlank(message = "template/empty: the template's name is empty | write the name that WhatsApp shows")
            String name,

            @Doc(value = "The template's language code", example = "en_US")
            @Pattern(
                    regexp = "^[a-z]{2,3}(_[A-Z]{2})?$",
                    message = "template/language: this is not a language code | write a code such as en or en_US")
            String language) {}
}
