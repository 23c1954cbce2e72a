package dev.muster.diagnostic;

/** What can be wrong between a campaign by numbers and the approved template that it names. */
public enum TemplateRule implements Rule {
    CATEGORY("template/category", Severity.ERROR, """
            The template is of a category that no campaign sends, such as AUTHENTICATION.
            Mend: name a template of the category MARKETING or UTILITY"""),
    HEADER_KIND("template/header-kind", Severity.ERROR, """
            The template's header shows something else than the message gives it. WhatsApp refuses such a message.
            Mend: give the header what the template shows: `image`, `video`, `document` or `text`"""),
    LANGUAGES_DIFFER("template/languages-differ", Severity.ERROR, """
            The template has other slots in one language than in another, so one message cannot fill both.
            Mend: have the translations approved with the same slots, or write one campaign for each language"""),
    NOT_APPROVED("template/not-approved", Severity.ERROR, """
            WhatsApp sends only a template that is APPROVED now.
            Mend: wait until it is approved, or name another template"""),
    NO_STOP_BUTTON("template/no-stop-button", Severity.WARNING, """
            A MARKETING template has no quick reply, so nobody can opt out with a tap. People block the business instead.
            Mend: have the template approved with a quick reply such as "Stop promotions\""""),
    OTHER_LANGUAGE("template/other-language", Severity.ERROR, """
            The template is there, but not in a language that the campaign sends. WhatsApp takes no other one instead.
            Mend: name a language in which the template is approved"""),
    SLOT_FORM("template/slot-form", Severity.ERROR, """
            The template counts its slots and the message names them, or the other way round.
            Mend: write a list where the template counts, such as `["{first_name}", "20"]`, and a map where it names"""),
    SLOT_MISSING("template/slot-missing", Severity.ERROR, """
            The message does not fill a slot of the template. WhatsApp refuses such a message for everybody.
            Mend: write a value for the slot"""),
    SLOT_UNKNOWN("template/slot-unknown", Severity.ERROR, """
            The message fills a slot that the template does not have. WhatsApp refuses such a message for everybody.
            Mend: remove the value, or name the template that has the slot"""),
    TWICE("template/twice", Severity.ERROR, """
            SeaX lists two approved templates with this name and language, so it is not clear which one is sent.
            Mend: delete one of them in SeaX, or rename it"""),
    UNKNOWN("template/unknown", Severity.ERROR, """
            SeaX lists no template of this name for the sender, so nothing could be sent.
            Mend: write the name as `muster templates` shows it"""),
    UNUSABLE("template/unusable", Severity.ERROR, """
            The template has something that Muster does not know or cannot be sure of. A wrongly filled template is
            refused for everybody.
            Mend: name a template that `muster templates` shows as usable"""),
    VALUE_UNFIT("template/value-unfit", Severity.ERROR, """
            The value that is written for a slot is one that WhatsApp does not take, for everybody.
            Mend: write another value""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    TemplateRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
