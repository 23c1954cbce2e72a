package dev.muster.diagnostic;

/** What can be wrong with a time. */
public enum ScheduleRule implements Rule {
    NIGHT("schedule/night", Severity.NOTE, """
            People would be messaged at night, and the policy sets no quiet hours.
            Mend: move the start, or write `quiet_hours` in the policy"""),
    NO_END("schedule/no-end", Severity.ERROR, """
            A campaign by numbers is posted by an apply between start and end. Without an end it could go out much later.
            Mend: add `end`, or write `schedule: immediately`"""),
    NO_ZONE("schedule/no-zone", Severity.ERROR, """
            The time says no zone, so it is another moment for each reader.
            Mend: write a zone, such as `zone: Europe/Berlin`, or an offset"""),
    OFFSET_NOT_OF_ZONE("schedule/offset-not-of-zone", Severity.WARNING, """
            The offset is not that of the zone at this time. The offset counts.
            Mend: leave out the offset, and the zone decides"""),
    START_NOT_BEFORE_END("schedule/start-not-before-end", Severity.ERROR, """
            The schedule ends before it starts, so nothing could be sent.
            Mend: write an `end` after `start`, or leave `end` out"""),
    TIME_DOES_NOT_EXIST("schedule/time-does-not-exist", Severity.ERROR, """
            Clocks are set forward over this time, so it does not exist on that day.
            Mend: write a time an hour earlier or later"""),
    TIME_EXISTS_TWICE("schedule/time-exists-twice", Severity.ERROR, """
            Clocks are set back over this time, so it exists twice on that day.
            Mend: write which one is meant, with its offset""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    ScheduleRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
