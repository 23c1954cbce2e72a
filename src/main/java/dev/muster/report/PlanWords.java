package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.Phone;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.plan.Reason;
import dev.muster.resolve.Reach;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sentences about a plan that its renderers for people share. */
public final class PlanWords {
    private static final Set<Reason> SAID_BY_FINDINGS = EnumSet.of(Reason.GUARD, Reason.GATE_CLOSED);

    private PlanWords() {}

    /** {@code 6 campaigns: 5 will be sent, 1 waiting}. */
    public static String summary(Plan plan) {
        var groups = plan.changes().stream()
                .collect(Collectors.groupingBy(
                        change -> Group.of(change.action()), TreeMap::new, Collectors.counting()));
        var parts = groups.entrySet().stream()
                .map(group ->
                        Numbers.of(group.getValue()) + " " + group.getKey().words(plan))
                .collect(Collectors.joining(", "));
        var campaigns = Numbers.of(plan.changes().size(), "campaign");
        return parts.isEmpty() ? campaigns : campaigns + ": " + parts;
    }

    /** What becomes of a campaign, in the order in which a summary counts. */
    public enum Group {
        CREATE("will be sent"),
        BLOCKED("blocked"),
        DOUBT("in doubt"),
        ADOPT("will be recorded"),
        WAIT("waiting"),
        SENT("already sent"),
        OTHER("without action");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        /** The words that follow a number of campaigns; a plan that cannot be applied promises no send. */
        public String words(Plan plan) {
            return this == CREATE && (plan.offline() || plan.isRefused()) ? "would be sent" : words;
        }

        public static Group of(Action action) {
            return action.match(new Grouping());
        }
    }

    private static final class Grouping implements Action.Cases<Group> {
        @Override
        public Group create(Action.Create action) {
            return Group.CREATE;
        }

        @Override
        public Group adopt(Action.Adopt action) {
            return Group.ADOPT;
        }

        @Override
        public Group waits(Action.Wait action) {
            return Group.WAIT;
        }

        @Override
        public Group noOp(Action.NoOp action) {
            boolean sent = action.reason() == Reason.ALREADY_SENT || action.reason() == Reason.EDITED_AFTER_SEND;
            return sent ? Group.SENT : Group.OTHER;
        }

        @Override
        public Group blocked(Action.Blocked action) {
            return action.reason() == Reason.OUTCOME_UNKNOWN ? Group.DOUBT : Group.BLOCKED;
        }

        @Override
        public Group unresolved(Action.Unresolved action) {
            return Group.CREATE;
        }
    }

    /** When a campaign goes out, or why it does not. */
    public static String headline(PlannedChange change) {
        return change.action().match(new Headline(change));
    }

    private record Headline(PlannedChange change) implements Action.Cases<String> {
        @Override
        public String create(Action.Create action) {
            var retry =
                    action.reason() == Reason.NEW ? "" : " (" + action.reason().cause() + ")";
            return when(action, action.campaign().campaign()) + retry;
        }

        @Override
        public String adopt(Action.Adopt action) {
            return action.reason().cause() + "; " + action.reason().cure();
        }

        @Override
        public String waits(Action.Wait action) {
            var due = action.reason() == Reason.EARLIER_WAVE
                    ? Times.minute(action.due())
                    : Times.day(action.due(), ZoneOffset.UTC);
            return "waits until " + due + ": " + action.reason().cause();
        }

        @Override
        public String noOp(Action.NoOp action) {
            return settled(change);
        }

        @Override
        public String blocked(Action.Blocked action) {
            var blocked = Group.of(action) == Group.BLOCKED ? "blocked: " : "";
            return blocked + objection(change).orElse(action.reason().cause());
        }

        @Override
        public String unresolved(Action.Unresolved action) {
            var when = change.change().definition().map(campaign -> Times.of(campaign.schedule()) + "; ");
            return when.orElse("") + "the audience was not counted";
        }
    }

    /** What stops a campaign in the words of the first finding that does; absent where its reason says it. */
    public static Optional<String> objection(PlannedChange change) {
        var stops = change.findings().stream().filter(Diagnostic::stops).toList();
        return SAID_BY_FINDINGS.contains(change.action().reason()) && !stops.isEmpty()
                ? Optional.of(ShortText.clause(stops.get(0).message()) + more(stops.size() - 1))
                : Optional.empty();
    }

    /** How many people are reached. */
    public static String people(Reach reach) {
        return reach instanceof Reach.Known known
                ? Numbers.of(known.people())
                : "unknown, at most " + Numbers.of(reach.messages());
    }

    /** A phone that messages come from. */
    public static String sender(Phone phone) {
        return Characters.visible(phone.name()) + " " + Characters.visible(phone.number());
    }

    private static String more(int others) {
        return others == 0 ? "" : ", and " + Numbers.of(others) + " more";
    }

    /** When a campaign goes out: as it is scheduled, at once, or after the workspace's hold. */
    public static String when(Action action, Campaign campaign) {
        return hold(action).map(PlanWords::held).orElseGet(() -> Times.of(campaign.schedule()));
    }

    public static boolean isHeld(Action action) {
        return hold(action).isPresent();
    }

    private static Optional<Duration> hold(Action action) {
        return action instanceof Action.Create create ? create.completion().hold() : Optional.empty();
    }

    private static String held(Duration hold) {
        return "HELD " + Numbers.of(hold.toMinutes(), "minute") + ": sends at apply + " + hold.toMinutes() + " min";
    }

    private static String settled(PlannedChange change) {
        var when = change.change()
                .recorded()
                .map(entry -> Times.minute(entry.since()))
                .orElse("");
        return switch (change.action().reason()) {
            case ALREADY_SENT -> "already sent " + when;
            case EDITED_AFTER_SEND -> "already sent " + when + "; edited since: no effect";
            case NO_LONGER_DEFINED -> "recorded " + when + notSent(change) + ", no longer defined";
            default -> change.action().reason().cause() + ", " + when;
        };
    }

    private static String notSent(PlannedChange change) {
        return change.change().recorded().filter(LockEntry::isSaidNotSent).isPresent() ? " as not sent" : "";
    }

    /** {@code 5 campaigns, 4,764 messages to 2,110 people; 1,619 people would get more than one.} */
    public static String totals(Plan plan) {
        var overlap = plan.overlap();
        var head = Numbers.of(plan.creates().size(), "campaign") + ", ";
        if (overlap.messages() != plan.messages()) {
            return head + "up to " + Numbers.of(plan.messages(), "message") + "; how many people is not known.";
        }
        var several = overlap.severalCampaigns() == 0
                ? plan.messagesPerPerson().most() > 1 && !plan.crowd().earlier().isEmpty()
                        ? "; no person gets more than one message in this run."
                        : "; no person gets more than one message."
                : "; " + Numbers.of(overlap.severalCampaigns(), "person", "people")
                        + " would get more than one message.";
        return head + Numbers.of(plan.messages(), "message") + " to " + Numbers.of(overlap.people(), "person", "people")
                + several;
    }
}
