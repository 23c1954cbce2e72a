package dev.muster.diagnostic;

/** What can be wrong with what people read. */
public enum MessageRule implements Rule {
    BUTTON_PLACE("message/button-place", Severity.ERROR, """
            WhatsApp's templates have at most ten buttons, so no button has this place.
            Mend: count all buttons of the template, from 1"""),
    BUTTON_NOT_URL_SAFE("message/button-not-url-safe", Severity.ERROR, """
            A button's value has a sign that neither a link nor a coupon can have. WhatsApp refuses it.
            Mend: write letters, digits and signs of links only; write a blank as `%20`"""),
    CONTROL_CHARACTER("message/control-character", Severity.ERROR, """
            The text holds a character that cannot be seen in review.
            Mend: remove it; line breaks are allowed, and joiners where a script or an emoji needs them"""),
    COUPON_LONG("message/coupon-long", Severity.WARNING, """
            A code is longer than coupons usually are. If WhatsApp refuses it, nobody gets the message.
            Mend: write a code of at most 15 letters and digits; at the end of a link it may be longer"""),
    EMPTY("message/empty", Severity.ERROR, """
            The message has no text.
            Mend: write what people read"""),
    ESCAPE_AS_WRITTEN("message/escape-as-written", Severity.WARNING, """
            The text holds an escape such as `\\n`. YAML knows it only in double quotes, so people would read it.
            Mend: put the text into double quotes, or begin a new line under `text: |`"""),
    FOREIGN_MERGE_TAG("message/foreign-merge-tag", Severity.WARNING, """
            The text holds a field of another tool, such as `*|FNAME|*`. Nothing fills it in, so people would read it.
            Mend: write a placeholder, such as `{name}`"""),
    HEADER("message/header", Severity.ERROR, """
            A header shows one thing: a picture, a video, a document or text.
            Mend: write the one that the template has, such as `header: {image: "https://example.com/picture.jpg"}`"""),
    LINK_BARE_ADDRESS("message/link-bare-address", Severity.WARNING, """
            A link leads to an address without a name. It looks like fraud to those who get it.
            Mend: link to a host name that people know"""),
    LINK_IN_VALUE("message/link-in-value", Severity.WARNING, """
            A value of a contact adds a link to the text. Its owner can send people to any page.
            Mend: correct the value in SeaX, exclude these people, or write a text without the placeholder"""),
    LINK_MIXED_ALPHABETS("message/link-mixed-alphabets", Severity.WARNING, """
            The host of a link mixes two alphabets. It may be a copy that only looks like the right one.
            Mend: copy the address from the browser and compare it"""),
    LINK_NOT_HTTPS("message/link-not-https", Severity.WARNING, """
            A link without https can be changed on its way.
            Mend: write `https://…`"""),
    MEDIA_NOT_HTTPS("message/media-not-https", Severity.ERROR, """
            Media needs an https address without a user name.
            Mend: write an address such as `https://example.com/picture.jpg`"""),
    MEDIA_NOT_PUBLIC("message/media-not-public", Severity.ERROR, """
            WhatsApp fetches the file of a header itself. It can do so only at a public https address without a user name.
            Mend: write an address such as `https://cdn.example.com/picture.jpg`; the host cannot come from a field"""),
    MEDIA_NOT_SENDABLE("message/media-not-sendable", Severity.ERROR, """
            Campaigns of the tutorial dialect cannot carry pictures, videos or documents.
            Mend: put a link into the text, or use a workspace with `api: openapi`"""),
    MEDIA_OTHER_KIND("message/media-other-kind", Severity.ERROR, """
            The file is of another kind than the header shows, so WhatsApp refuses it.
            Mend: take a JPEG or PNG for `image`, an MP4 or 3GP for `video`, or write `document`"""),
    OTHER_WAY("message/other-way", Severity.ERROR, """
            The message is written for campaigns by labels and used by one by numbers, or the other way round.
            Mend: write `send_by` in the campaign, or give it a message of its own way"""),
    PLACEHOLDER_IN_LINK("message/placeholder-in-link", Severity.WARNING, """
            A value is filled in within a link. A blank or a sign such as `&` in the value breaks the link.
            Mend: link to an address that is the same for all"""),
    PLACEHOLDER_MALFORMED("message/placeholder-malformed", Severity.ERROR, """
            Braces in the text are not a placeholder, so people would read them.
            Mend: write a placeholder as `{name}`: one pair of braces, letters, digits and `_`"""),
    PLACEHOLDER_MISSING("message/placeholder-missing", Severity.DANGER, """
            Some people have no value for a placeholder. They would read the raw placeholder or a gap.
            Mend: fill the field in SeaX, exclude these people by a label, or write a text without it"""),
    PLACEHOLDERS_UNCHECKED("message/placeholders-unchecked", Severity.WARNING, """
            This API does not show contact fields. People without a value would read the raw placeholder.
            Mend: check the contacts in SeaX's dashboard, or write a text without it"""),
    SAMPLE_UNUSED("message/sample-unused", Severity.WARNING, """
            The message gives a sample for a placeholder that its text does not have.
            Mend: remove the sample, or write its name in braces in the text"""),
    SLOT_NAME("message/slot-name", Severity.ERROR, """
            No template has a slot of this name, so the value would fill nothing.
            Mend: write the names of the template's slots; where it counts them, write a list"""),
    TEMPLATE_DIFFERS("message/template-differs", Severity.DANGER, """
            People read the template, and it says something else than this text.
            Mend: take the text of the template word by word"""),
    TEMPLATE_MISSING("message/template-missing", Severity.ERROR, """
            The openapi dialect sends a template by name, and the message names none.
            Mend: write `template:` in the message"""),
    TEMPLATE_NOT_APPROVED("message/template-not-approved", Severity.ERROR, """
            WhatsApp refuses a template that is not approved.
            Mend: wait until it is approved, or use the text of a template that is"""),
    TEMPLATE_UNCHECKED("message/template-unchecked", Severity.NOTE, """
            This API does not list templates. Whether the text is an approved one shows when it is sent.
            Mend: compare it with the template in SeaX's dashboard"""),
    TEMPLATE_UNKNOWN("message/template-unknown", Severity.DANGER, """
            SeaX lists no template with this text or name for this sender. WhatsApp refuses what is no template.
            Mend: take an approved template as SeaX lists it, or have this one approved"""),
    TOO_LONG("message/too-long", Severity.ERROR, """
            The text is longer than WhatsApp takes, so nobody would get it.
            Mend: shorten the text, or move details to a page that it links to"""),
    TOO_LONG_FILLED_IN("message/too-long-filled-in", Severity.ERROR, """
            The text is too long for the people with the longest values, so they would not get it.
            Mend: shorten the text, or the values of these contacts in SeaX"""),
    WRITTEN_BLANKS("message/written-blanks", Severity.ERROR, """
            WhatsApp refuses a value with more than four blanks in a row.
            Mend: write fewer blanks"""),
    WRITTEN_EMPTY("message/written-empty", Severity.ERROR, """
            WhatsApp refuses an empty value, so the message would fail.
            Mend: write a text, or a fallback that people can see: `{first_name|there}`"""),
    VALUE_MALFORMED("message/value-malformed", Severity.ERROR, """
            A value of a template has braces that are no field, so nothing can fill them.
            Mend: write a field as `{field}`, `{field|fallback}`, `{field:date}` or `{field:number}`"""),
    WRITTEN_TOO_LONG("message/written-too-long", Severity.ERROR, """
            The value alone is longer than WhatsApp takes, so nobody would get the message.
            Mend: shorten it"""),
    VALUE_UNFIT("message/value-unfit", Severity.DANGER, """
            A value holds a line break, a tab or many spaces. WhatsApp refuses such a message.
            Mend: correct the contacts in SeaX"""),
    TEMPLATE_EMPTY("template/empty", Severity.ERROR, """
            The template has no name.
            Mend: write the name that WhatsApp shows"""),
    TEMPLATE_LANGUAGE("template/language", Severity.ERROR, """
            This is not the code of a language.
            Mend: write a code such as `en` or `en_US`"""),
    TEMPLATE_LANGUAGE_UNSUPPORTED("template/language-unsupported", Severity.ERROR, """
            SeaX cannot name this language, so it cannot send a template in it.
            Mend: take a template in a language that SeaX supports; `en` and `en_US` are two languages to WhatsApp"""),
    TEMPLATE_LANGUAGE_RULE("template/language-rule", Severity.ERROR, """
            The block does not say clearly which person gets which language.
            Mend: write `{field: language, map: {es: es_MX}, default: en_US}`, or `labels` for `field` and `map`"""),
    TEXT_CUT_BY_COMMENT("text/cut-by-comment", Severity.WARNING, """
            YAML takes the rest of the line for a comment, so people would read half a text.
            Mend: put the whole text into double quotes; write a comment on a line of its own"""),
    TEXT_LOST_CHARACTER("text/lost-character", Severity.ERROR, """
            The text holds a sign that a program wrote for a character that it could not read.
            Mend: write the character again, and save the file as UTF-8"""),
    TEXT_WRONG_ENCODING("text/wrong-encoding", Severity.WARNING, """
            Signs in the text look like text that was read in the wrong encoding. People would read them.
            Mend: write it again: the text is UTF-8 that was read as another encoding""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    MessageRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
