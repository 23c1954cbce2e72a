package dev.muster.seax;

import dev.muster.contacts.ImportJob;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Selector;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.number.Account;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How SeaX's rows, in either dialect, become Muster's values. */
final class RowMapper {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{7,14}");

    /** The fields of {@code campaign_metadata} (vendor's OpenAPI document, {@code Campaign}). */
    private static final Map<String, Selector> AUDIENCE = Map.of(
            "any_contact_labels", Selector.ANY,
            "all_contact_labels", Selector.ALL,
            "exclude_any_contact_labels", Selector.EXCLUDE,
            "exclude_contacts", Selector.EXCLUDE_CONTACTS,
            "exclude_all_contact_labels", Selector.OTHER,
            "addition_contacts", Selector.OTHER);

    private RowMapper() {}

    /** {@code asked} is the filter under which the row was listed: the tutorial's rows do not say it themselves. */
    static Phone phone(JsonRow row, boolean asked) {
        return new Phone(
                new PhoneId(row.required("id")),
                row.text("name").orElse(""),
                row.text("phone").map(RowMapper::e164).orElse(""),
                row.flag("enabled").orElse(asked),
                row.part("phone_capability").flag("whatsapp_business_platform"));
    }

    static Label label(JsonRow row) {
        var count = row.numberIfReadable("total_count");
        return new Label(
                new LabelId(row.required("id")),
                new LabelName(row.text("name").orElseGet(() -> "(no name, " + row.required("id") + ")")),
                row.flag("is_system").orElse(false),
                count.isPresent() ? count : row.numberIfReadable("contact_count"),
                row.text("description").orElse(""));
    }

    static Contact contact(JsonRow row) {
        return new Contact(
                new ContactId(row.required("id")),
                row.text("name").orElse(""),
                row.text("phone").map(RowMapper::withPlus),
                whatsapp(row),
                row.ids("contact_labels").stream().map(LabelId::new).collect(Collectors.toSet()),
                row.part("contact_field_data").texts());
    }

    /** A row that knows WhatsApp numbers and has none cannot be reached: its phone is no substitute. */
    private static Optional<String> whatsapp(JsonRow row) {
        return row.text(row.has("whatsapp_phone") ? "whatsapp_phone" : "phone").map(RowMapper::withPlus);
    }

    /** A row without a name is no template that anybody names; what its parts are is read tolerantly. */
    static Template template(JsonRow row) {
        var content = TemplateComponents.of(row);
        return new Template(
                row.required("id"),
                row.textIfReadable("name").orElse(""),
                row.textIfReadable("language").orElse(""),
                TemplateComponents.word(row, "status"),
                TemplateComponents.word(row, "category"),
                TemplateComponents.isPositional(row, content),
                content.map(TemplateContent::body).filter(text -> !text.isEmpty()),
                content);
    }

    static RemoteCampaign campaign(JsonRow row) {
        return new RemoteCampaign(
                new RemoteId(row.required("id")),
                row.text("name").orElse(""),
                row.text("type").orElse(""),
                row.text("status").orElse(""),
                row.text("message"),
                row.time("created_time"),
                row.reportedTime("start_time"),
                row.ids("phones").stream().map(PhoneId::new).toList(),
                row.number("target_contact_count"),
                row.text("job_id"),
                row.numbers("statistics"),
                audience(row.part("campaign_metadata")));
    }

    /** Only the vendor's OpenAPI document shows whom a campaign is for. */
    private static Map<Selector, Set<String>> audience(JsonRow shown) {
        var audience = new EnumMap<Selector, Set<String>>(Selector.class);
        AUDIENCE.forEach((field, selector) -> {
            var ids = shown.idsIfShown(field);
            ids.ifPresent(found ->
                    audience.computeIfAbsent(selector, none -> new HashSet<>()).addAll(found));
        });
        return audience;
    }

    static RemoteJob job(JsonRow row) {
        return new RemoteJob(
                row.required("job_id"),
                row.text("status").orElse(""),
                row.text("resource_id"),
                row.time("enqueued_at"));
    }

    /** The answer to an import has its counts beside the state, a job that is asked for has them in its result. */
    static ImportJob importJob(JsonRow row) {
        return new ImportJob(
                row.text("job_id").orElseGet(() -> row.required("id")),
                row.required("status"),
                count(row, "total_items"),
                count(row, "processed_items"),
                count(row, "failed_items"),
                row.text("error_msg"));
    }

    private static OptionalInt count(JsonRow row, String field) {
        var beside = row.number(field);
        return beside.isPresent() ? beside : row.part("result").number(field);
    }

    private static String withPlus(String number) {
        return DIGITS.matcher(number).matches() ? "+" + number : number;
    }

    /** A sender's number is posted as it is in E.164. */
    private static String e164(String written) {
        return Account.of(written).map(Account::number).orElse(written);
    }
}
