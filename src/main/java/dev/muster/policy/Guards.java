package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.project.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All guards, in the order in which their findings are listed. */
public final class Guards {
    private static final List<Guard> CAMPAIGN = List.of(
            new NobodyReached(),
            new ExpectedReach(),
            new MaxReach(),
            new MaxShareOfContacts(),
            new MinLead(),
            new SamePersonTwice(),
            new SuppressedOnAnotherRow(),
            new ExcludedOnAnotherRow(),
            new LikelySamePerson(),
            new NumbersAreReadable(),
            new MessageFitsDialect(),
            new MinReach(),
            new MaxGrowth(),
            new QuietHoursKept(),
            new UsMarketingPause());

    private Guards() {}

    /** What the guards say of one campaign. */
    public static List<Diagnostic> check(GuardInput proposal) {
        return Stream.of(CAMPAIGN.stream().flatMap(guard -> guard.check(proposal).stream()), aboutMessage(proposal))
                .flatMap(findings -> findings)
                .toList();
    }

    /** The template of a campaign by numbers was judged with every value while its people were looked up. */
    private static Stream<Diagnostic> aboutMessage(GuardInput proposal) {
        return proposal.campaign().isByNumbers()
                ? Stream.concat(new AllowedSenders().check(proposal.message()), TemplateLinks.check(proposal))
                : Stream.concat(MessageGuards.check(proposal.message()), TemplateIsApproved.check(proposal));
    }

    /** What the guards say of one single message. */
    public static List<Diagnostic> check(MessageProposal message) {
        return MessageGuards.check(message).toList();
    }

    /** What is said of a whole run that would send this many messages: {@code policy.max_reach_per_run}. */
    public static Optional<Diagnostic> checkRun(long messages, Policy policy, Places places) {
        int limit = policy.maxReachPerRun().orElse(Integer.MAX_VALUE);
        return messages <= limit
                ? Optional.empty()
                : Optional.of(tooMany(messages, limit, places.of("project.policy.max_reach_per_run")));
    }

    private static Diagnostic tooMany(long messages, int limit, Place place) {
        return PolicyRule.MAX_REACH_PER_RUN.at(
                place,
                String.format(Locale.ROOT, "the run would send %,d messages, the policy allows %,d", messages, limit));
    }
}
