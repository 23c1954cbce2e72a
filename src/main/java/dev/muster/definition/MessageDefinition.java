package dev.muster.definition;

import dev.muster.model.Message;
import dev.muster.model.text.ValueText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 *
 * In a campaign by numbers the template has the text, and these keys fill its slots:
 *
 * <pre>{@code
 * template: {name: vip_preview, language: en_US}
 * header: {image: https://cdn.example.com/winter.jpg}
 * body: {name: "{first_name|there}", discount: "20"}   # a list where the template counts its slots
 * buttons: {1: "{customer_id}", 2: SAVE20}             # by the place among all buttons of the template
 * without_value: leave_out
 * }</pre>
 */
@NeedsOneOf({"text", "template"})
public record MessageDefinition(
        @Doc(
                value =
                        "The text, at most 1,024 characters; {name} is filled in for each person; line breaks at the end are dropped",
                example = "\"Our newsletter is out: https://example.com/news\"")
        @MultiLine
        Optional<
                        @NotBlank(message = "message/empty: the message has no text | write what people are to read")
                        @Size(
                                max = Message.LONGEST_TEXT,
                                message = "message/too-long: WhatsApp takes at most 1,024 characters"
                                        + " | shorten the text, or move details to a page that it links to")
                        String>
                text,

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
                value =
                        "The approved WhatsApp template, for campaigns by numbers and for workspaces with `api: openapi`",
                example = "{name: vip_preview, language: en_US}")
        Optional<Template> template,

        @Doc(value = "A sample value for each placeholder, for previews only", example = "{name: Ana}")
        Map<String, String> placeholders,

        @Doc(
                value = "By numbers: what fills the template's header",
                example = "{image: https://cdn.example.com/winter.jpg}")
        Optional<Header> header,

        @Doc(
                value =
                        "By numbers: what fills the slots of the template's text, by their names, or as a list where the"
                                + " template counts them",
                example = "{name: \"{first_name|there}\", discount: \"20\"}")
        Optional<Slots> body,

        @Doc(
                value =
                        "By numbers: what fills the template's buttons, by their place among all of its buttons, from 1:"
                                + " the end of a link, or a coupon",
                example = "{1: \"{customer_id}\", 2: SAVE20}")
        Map<
                        @Min(value = 1, message = BUTTON_PLACE) @Max(value = LAST_BUTTON, message = BUTTON_PLACE)
                        Integer,
                        ValueText>
                buttons,

        @Doc(
                value =
                        "By numbers: whether somebody without a value gets nothing or stops the campaign (default: block)",
                example = "leave_out")
        Optional<WithoutValue> withoutValue) {
    /** Meta's page on template components: a template has at most ten buttons. */
    static final int LAST_BUTTON = 10;

    private static final String BUTTON_PLACE =
            "message/button-place: a template has buttons 1 to 10 | count all buttons of the template, from 1";

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

            @Doc(
                    value = "The template's language code; by numbers also a block that chooses one for each person",
                    example = "en_US")
            TextOrBlock<Language> language) {}

    /**
     * Which translation of the template a person gets, in a campaign by numbers: by a field of the contact, or by the first
     * of these labels that the contact carries.
     *
     * <pre>{@code
     * language: {field: language, map: {es: es_MX}, default: en_US}
     * language: {labels: {spanish_speakers: es_MX}, default: en_US}
     * }</pre>
     */
    @TextOrBlock.Form(Language.CODE)
    public record Language(
            @Doc(value = "The field of a contact that decides", example = "language")
            Optional<
                            @NotBlank(
                                    message =
                                            "template/language-rule: the field has no name | write the name of a field of your contacts")
                            String>
                    field,

            @Doc(value = "For `field`: the language code for each of its values", example = "{es: es_MX}")
            Map<String, String> map,

            @Doc(
                    value =
                            "In place of `field`: the language code for each label, in the order that decides between two of them",
                    example = "{spanish_speakers: es_MX}")
            Map<@LabelText String, String> labels,

            @Doc(value = "The language code for everybody else", example = "en_US", key = "default")
            String otherwise) {
        /** What a language code looks like. */
        public static final String CODE = "^[a-z]{2,3}(_[A-Z]{2})?$";
    }

    /**
     * What fills the header of a template: one picture, video, document, or text.
     *
     * <pre>{@code
     * header: {image: https://cdn.example.com/winter.jpg}
     * header: {document: "{invoice_url}", filename: invoice.pdf}
     * header: {text: "{first_name}"}
     * }</pre>
     */
    public record Header(
            @Doc(value = "The address of a picture", example = "https://cdn.example.com/winter.jpg")
            Optional<ValueText> image,

            @Doc(value = "The address of a video", example = "https://cdn.example.com/winter.mp4")
            Optional<ValueText> video,

            @Doc(value = "The address of a document", example = "https://cdn.example.com/winter.pdf")
            Optional<ValueText> document,

            @Doc(value = "What fills the slot in the header's text", example = "\"{first_name}\"")
            Optional<ValueText> text,

            @Doc(value = "For `document`: what the document is called on the phone", example = "winter.pdf")
            Optional<ValueText> filename) {}

    /** What becomes of somebody without a value for a slot. */
    public enum WithoutValue {
        LEAVE_OUT,
        BLOCK
    }
}
