package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.Rule;
import dev.muster.lock.Lock;
import dev.muster.model.Campaign;
import dev.muster.model.Schedule;
import dev.muster.model.Template;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One campaign that is about to be sent, with everything a guard may judge it by. */
public record GuardInput(
        ResolvedCampaign resolved,
        Policy policy,
        WorkspaceSettings settings,
        Instant now,
        Places places,
        Optional<Lock> lock,
        RecipientZones whereabouts) {

    Campaign campaign() {
        return resolved.campaign();
    }

    Restrictions restrictions() {
        return policy.restrictions();
    }

    /** When its first message goes out: by numbers as soon as its window has begun. */
    Instant start() {
        if (campaign().schedule() instanceof Schedule.Window window) {
            boolean isOpen = campaign().isByNumbers() && window.start().isBefore(now);
            return isOpen ? now : window.start();
        }
        return immediately();
    }

    /** When no further message goes out; the start itself where no end is written. */
    Instant end() {
        return campaign().schedule() instanceof Schedule.Window window
                ? window.end().orElse(window.start())
                : immediately();
    }

    /** An immediate campaign goes out when it is posted, or after the workspace's hold. */
    private Instant immediately() {
        return now.plus(settings.precautions().hold().orElse(Duration.ZERO));
    }

    /** The reach, when it is known; an unknown one has findings of its own. */
    Optional<Reach.Known> known() {
        return resolved.reach() instanceof Reach.Known known ? Optional.of(known) : Optional.empty();
    }

    /** The categories of the templates that the message is, over all senders; none where SeaX does not say. */
    Set<String> categories() {
        return resolved.message().sent(campaign().message(), settings.api()).stream()
                .map(Template::category)
                .collect(Collectors.toSet());
    }

    /** What people would read. */
    MessageProposal message() {
        var message = campaign().message();
        return new MessageProposal(
                message.text(),
                message.media(),
                resolved.senders(),
                new MessageProposal.Readers.Audience(resolved.message().filledIn()),
                restrictions(),
                this::place,
                Optional.of(campaign().acknowledged()));
    }

    Place place(String part) {
        return places.of(campaign().key() + "." + part);
    }

    /** A danger of this campaign, accepted when its author acknowledged the rule with a reason. */
    Diagnostic danger(Rule rule, String part, String message, String help) {
        var danger = rule.at(place(part), message, help);
        return danger.acceptedBy(campaign().acknowledged());
    }
}
