package dev.muster.diagnostic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that Muster can find: an id that never changes, how much it matters, what harm it means and how to mend it.
 * Rules are in enums by the first part of their ids. Nothing else can be the rule of a finding, so there is no id that
 * {@code muster explain} and the page of rules do not know.
 */
public sealed interface Rule
        permits AudienceRule,
                CampaignRule,
                ContactRule,
                KeyRule,
                MessageRule,
                PlanRule,
                PolicyRule,
                ProjectRule,
                RunRule,
                ScheduleRule,
                PartRule,
                TemplateRule,
                ValueRule,
                WaveRule,
                YamlRule {
    /** Every rule, by id. */
    static List<Rule> all() {
        return Stream.of(Rule.class.getPermittedSubclasses())
                .flatMap(rules -> Arrays.stream(rules.getEnumConstants()))
                .map(Rule.class::cast)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    static Optional<Rule> of(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The ids of the dangers that a campaign can accept. */
    static List<String> acknowledgeable() {
        return all().stream().filter(Rule::isAcknowledgeable).map(Rule::id).toList();
    }

    /** What every rule is written as; the last paragraph of the text says how to mend it. */
    record Entry(String id, Severity severity, String text) {
        private static final String MEND = " Mend: ";

        private String[] parts() {
            return text.replace('\n', ' ').split(MEND, 2);
        }
    }

    Entry entry();

    default String id() {
        return entry().id();
    }

    /** The worst that it can be. */
    default Severity severity() {
        return entry().severity();
    }

    /** What is wrong, and the harm in it. */
    default String means() {
        return entry().parts()[0];
    }

    /** What to do, in general; a finding can know better. */
    default String mend() {
        return entry().parts()[1];
    }

    /** Whether a campaign can accept it in writing. That nobody can count people is accepted for the workspace. */
    default boolean isAcknowledgeable() {
        return severity() == Severity.DANGER && this != AudienceRule.UNVERIFIED;
    }

    default Diagnostic at(Place place, String message) {
        return at(place, message, mend());
    }

    /** A finding that may matter less than others of this rule. */
    default Diagnostic at(Severity severity, Place place, String message) {
        return at(severity, place, message, mend());
    }

    default Diagnostic at(Place place, String message, String help) {
        return at(severity(), place, message, help);
    }

    /** The same. */
    default Diagnostic at(Severity severity, Place place, String message, String help) {
        return new Diagnostic(this, severity, place, message, Optional.of(help), Optional.empty());
    }
}
