package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.ScheduleRule;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Schedule;
import dev.muster.model.project.QuietHours;
import dev.muster.policy.RecipientClocks.Disturbed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message at night wakes people, and in places breaks the law: {@code policy.quiet_hours}, on each person's own clock.
 * Where the policy sets no hours, a send at night is only noted.
 */
final class QuietHoursKept implements Guard {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm 'on' uuuu-MM-dd", Locale.ROOT);

    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        var written = proposal.restrictions().quietHours();
        return written.isPresent() ? refused(proposal, written.get()) : noted(proposal);
    }

    private static Optional<Diagnostic> refused(GuardInput proposal, QuietHours hours) {
        var clocks = RecipientClocks.of(proposal);
        var disturbed = disturbed(proposal, hours, clocks);
        return disturbed.isEmpty()
                ? Optional.empty()
                : Optional.of(proposal.danger(
                        PolicyRule.QUIET_HOURS,
                        "schedule",
                        message(proposal, "in their quiet hours, " + span(hours), disturbed),
                        move(proposal, hours, clocks) + "; or split the audience by country" + unknown(proposal, clocks)
                                + ", or acknowledge " + PolicyRule.QUIET_HOURS.id()
                                + " with a reason; a number only hints at where a person is"));
    }

    /** Somewhere in a large country it is always night: said where it is so for most of the zones of a number. */
    private static Optional<Diagnostic> noted(GuardInput proposal) {
        if (proposal.known().isEmpty()) {
            return Optional.empty();
        }
        var clocks = RecipientClocks.of(proposal);
        var disturbed = disturbed(proposal, QuietHours.NIGHT, clocks);
        return disturbed.stream().noneMatch(Disturbed::likely)
                ? Optional.empty()
                : Optional.of(ScheduleRule.NIGHT.at(
                        Severity.NOTE,
                        proposal.place("schedule"),
                        message(proposal, "at night", disturbed) + "; the policy sets no quiet_hours, so night is "
                                + span(QuietHours.NIGHT) + ", as in 47 CFR 64.1200",
                        move(proposal, QuietHours.NIGHT, clocks)
                                + "; or write `quiet_hours` in the policy, so that such a send is refused"
                                + unknown(proposal, clocks)));
    }

    private static List<Disturbed> disturbed(GuardInput proposal, QuietHours hours, RecipientClocks clocks) {
        return clocks.disturbed(hours, proposal.start(), proposal.end(), zone(proposal));
    }

    private static String message(GuardInput proposal, String hours, List<Disturbed> disturbed) {
        var first = disturbed.get(0);
        int surely = people(disturbed, true);
        int possibly = people(disturbed, false);
        return String.format(
                Locale.ROOT,
                "%,d of %,d people would %sbe messaged %s%s first in %s at %s",
                surely > 0 ? surely : possibly,
                everybody(proposal),
                surely > 0 ? "" : "possibly ",
                hours,
                surely > 0 && possibly > 0
                        ? String.format(
                                Locale.ROOT, ", and possibly %,d more whose time zone is not certain;", possibly)
                        : ";",
                first.zone().getId(),
                WHEN.format(first.first().atZone(first.zone())));
    }

    private static int everybody(GuardInput proposal) {
        return proposal.known()
                .map(reach -> reach.people())
                .orElse(proposal.resolved().reach().messages());
    }

    private static int people(List<Disturbed> disturbed, boolean surely) {
        return disturbed.stream()
                .filter(one -> one.surely() == surely)
                .mapToInt(Disturbed::people)
                .sum();
    }

    private static String span(QuietHours hours) {
        return hours.from() + " to " + hours.to();
    }

    private static String move(GuardInput proposal, QuietHours hours, RecipientClocks clocks) {
        var nearest = NearestStart.to(proposal, hours);
        var everybody = nearest.fitting(clocks)
                .map(start -> "move the start: the nearest that fits everybody is " + shown(proposal, start))
                .orElse("no start within " + NearestStart.DAYS + " days fits everybody");
        return clocks.areKnown() ? everybody : everybody + "; " + forKnown(proposal, nearest, clocks.known());
    }

    private static String forKnown(GuardInput proposal, NearestStart nearest, RecipientClocks known) {
        if (known.groups().isEmpty()) {
            return "nobody's number says its zone";
        }
        return nearest.fitting(known)
                .map(start -> start.equals(nearest.planned())
                        ? "the planned start fits all whose zone is known"
                        : "the nearest that fits all whose zone is known is " + shown(proposal, start))
                .orElse("none fits all whose zone is known");
    }

    private static String unknown(GuardInput proposal, RecipientClocks clocks) {
        return clocks.areKnown() || proposal.known().isEmpty()
                ? ""
                : ", or write `unknown_numbers: ZONE` in the policy for numbers that do not say their zone";
    }

    private static String shown(GuardInput proposal, Instant start) {
        var zone = zone(proposal);
        return WHEN.format(start.atZone(zone)) + " " + zone.getId();
    }

    /** How the author thinks of times. */
    private static ZoneId zone(GuardInput proposal) {
        return proposal.campaign().schedule() instanceof Schedule.Window window ? window.zone() : ZoneId.of("UTC");
    }
}
