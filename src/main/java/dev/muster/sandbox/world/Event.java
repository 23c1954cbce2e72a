package dev.muster.sandbox.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

/**
 * One thing that happened to the workspace, as a fact: who would be messaged is written down, not worked out again when
 * the log is read, so a later version of the sandbox cannot change the past.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.WorldReset.class, name = "reset"),
    @JsonSubTypes.Type(value = Event.ClockAdvanced.class, name = "clock_advanced"),
    @JsonSubTypes.Type(value = Event.CampaignCreated.class, name = "campaign_created"),
    @JsonSubTypes.Type(value = Event.CampaignLaunched.class, name = "campaign_launched"),
    @JsonSubTypes.Type(value = Event.MessageSent.class, name = "message_sent"),
    @JsonSubTypes.Type(value = Event.LabelCreated.class, name = "label_created"),
    @JsonSubTypes.Type(value = Event.LabelRenamed.class, name = "label_renamed"),
    @JsonSubTypes.Type(value = Event.LabelDeleted.class, name = "label_deleted"),
    @JsonSubTypes.Type(value = Event.LabelAttached.class, name = "label_attached"),
    @JsonSubTypes.Type(value = Event.LabelDetached.class, name = "label_detached"),
    @JsonSubTypes.Type(value = Event.ContactAdded.class, name = "contact_added"),
    @JsonSubTypes.Type(value = Event.ContactChanged.class, name = "contact_changed"),
    @JsonSubTypes.Type(value = Event.ContactRemoved.class, name = "contact_removed"),
    @JsonSubTypes.Type(value = Event.ContactsImported.class, name = "contacts_imported"),
    @JsonSubTypes.Type(value = Event.TemplateJudged.class, name = "template_judged"),
    @JsonSubTypes.Type(value = Event.TemplateWritten.class, name = "template_written"),
    @JsonSubTypes.Type(value = Event.TemplateRemoved.class, name = "template_removed"),
    @JsonSubTypes.Type(value = Event.TemplatePaced.class, name = "template_paced"),
    @JsonSubTypes.Type(value = Event.FailureDecided.class, name = "failure_decided")
})
public sealed interface Event {
    /** Everything before is forgotten: the world is the default one again. */
    record WorldReset() implements Event {}

    /** Time passed in the workspace. */
    record ClockAdvanced(Duration by) implements Event {}

    /** A campaign was accepted. */
    record CampaignCreated(CampaignRow campaign) implements Event {}

    /** A campaign went out; {@code attached} are the labels that its recipients got. */
    record CampaignLaunched(Launch launch, List<String> attached) implements Event {}

    /** A single message went out. */
    record MessageSent(SentMessage message) implements Event {}

    /** A label came into being. */
    record LabelCreated(LabelRow label) implements Event {}

    /** A label got another name and kept its id. */
    record LabelRenamed(String label, String name) implements Event {}

    /** A label is gone, from every contact too. */
    record LabelDeleted(String label) implements Event {}

    /** Rows got a label. */
    record LabelAttached(String label, Rows contacts) implements Event {}

    /** Rows lost a label. */
    record LabelDetached(String label, Rows contacts) implements Event {}

    /** A row was appended. */
    record ContactAdded(ContactRow contact) implements Event {}

    /** A row got other values and kept its id. */
    record ContactChanged(ContactRow contact) implements Event {}

    /** A row is gone from the list, and from every label. Its position stays, for what was sent to it. */
    record ContactRemoved(String contact) implements Event {}

    /** An import of contacts ended. */
    record ContactsImported(ImportRow job) implements Event {}

    /** WhatsApp gave a template another status, in each of its languages. */
    record TemplateJudged(String template, String status) implements Event {}

    /** A template came into being, or is another one from now on. */
    record TemplateWritten(TemplateRow template) implements Event {}

    /** A template is gone from the list. */
    record TemplateRemoved(String name, String language) implements Event {}

    /** WhatsApp holds back what is sent with a template from now on. */
    record TemplatePaced(TemplateRow.Pacing pacing) implements Event {}

    /** From now on messages of campaigns by numbers fail so. */
    record FailureDecided(MessageFate.Decision failure) implements Event {}
}
