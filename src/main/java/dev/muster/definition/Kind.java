package dev.muster.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document defines: the value of its first key. All but the project have a {@code key} of their own. */
public enum Kind {
    PROJECT(ProjectDefinition.class),
    CAMPAIGN(CampaignDefinition.class),
    AUDIENCE(AudienceDefinition.class),
    MESSAGE(MessageDefinition.class),
    SCHEDULE(ScheduleDefinition.class);

    private final Class<? extends Record> type;

    Kind(Class<? extends Record> type) {
        this.type = type;
    }

    /** The record that describes this kind of document, without {@code kind} and {@code key}. */
    public Class<? extends Record> type() {
        return type;
    }

    /** As it is written after {@code kind:}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean hasKey() {
        return this != PROJECT;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
