package dev.muster.plan;

import dev.muster.audience.ContactIndex;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diagnostic.Rule;
import dev.muster.lock.Lock;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.Campaign;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.resolve.Reach;
import dev.muster.resolve.SuppressionLabels;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the labels of {@code policy.always_exclude} still protect those whom they protected at the last send, and whether
 * what would be posted leaves them out. A label that was made anew or emptied excludes nobody, and nothing else would show it.
 */
final class SuppressionCheck {
    /** The labels that SeaX keeps itself (vendor's OpenAPI document, contact labels). */
    private static final Set<String> KEPT_BY_SEAX = Set.of("DNC", "invalid number", "unreachable", "duplicate");

    private final PlanContext context;
    private final SuppressionLabels suppression;

    SuppressionCheck(PlanContext context, SuppressionLabels suppression) {
        this.context = context;
        this.suppression = suppression;
    }

    /** What is wrong with the labels that this campaign relies on. */
    List<Diagnostic> check(Campaign campaign) {
        return suppression.labels().stream()
                .flatMap(label -> check(label).stream())
                .map(finding -> accepted(finding, campaign))
                .toList();
    }

    private List<Diagnostic> check(Label label) {
        var before = context.lock().map(Lock::suppression).map(recorded -> recorded.get(label.name()));
        return Stream.of(
                        notSystem(label),
                        before.filter(then -> !then.id().equals(label.id())).map(then -> recreated(label, then)),
                        before.flatMap(then -> fewer(label, then)),
                        uncounted(label),
                        lostMeanwhile(label))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Diagnostic> notSystem(Label label) {
        boolean isImpostor = suppression.systemKnown()
                && !label.system()
                && KEPT_BY_SEAX.contains(label.name().value());
        return isImpostor
                ? Optional.of(danger(
                        PlanRule.SUPPRESSION_NOT_SYSTEM,
                        "\"" + label.name()
                                + "\" is not the label that SeaX keeps itself, and SeaX puts nobody into it",
                        "rename it in SeaX, so that SeaX's own label of that name is found"))
                : Optional.empty();
    }

    private Optional<Diagnostic> uncounted(Label label) {
        return Optional.ofNullable(suppression.seen().get(label.id()))
                .map(SuppressionLabels.Seen::uncounted)
                .filter(more -> more > 0)
                .map(more -> danger(
                        PlanRule.SUPPRESSION_COUNT,
                        String.format(
                                Locale.ROOT,
                                "SeaX counts %,d %s more with \"%s\" than the %,d that it gave",
                                more,
                                more == 1 ? "person" : "people",
                                label.name(),
                                label.count().orElse(0)),
                        "see in SeaX who carries the label"));
    }

    /** Who lost the label since they were read is not messaged by this plan's count, and is by SeaX. */
    private Optional<Diagnostic> lostMeanwhile(Label label) {
        return Optional.ofNullable(suppression.seen().get(label.id()))
                .flatMap(seen -> Shrinkage.between(label, seen.most(), seen.last()))
                .map(shrinkage -> danger(
                        shrinkage.isEmptied() ? PlanRule.SUPPRESSION_EMPTIED : PlanRule.SUPPRESSION_SHRUNK,
                        shrinkage.words("the beginning of this plan"),
                        "see in SeaX who lost the label, and give it back to them"));
    }

    private Diagnostic recreated(Label label, SuppressionRecord then) {
        var message = "\"" + label.name() + "\" is not the label it was: " + then.id() + " at the send of " + then.at()
                + ", now " + label.id();
        return danger(
                PlanRule.SUPPRESSION_RECREATED,
                message,
                "see in SeaX that everybody who carried the old label carries the new one");
    }

    private Optional<Diagnostic> fewer(Label label, SuppressionRecord then) {
        return Shrinkage.since(then, label)
                .map(shrinkage -> danger(
                        shrinkage.isEmptied() ? PlanRule.SUPPRESSION_EMPTIED : PlanRule.SUPPRESSION_SHRUNK,
                        shrinkage.words("the send of " + then.at()),
                        "see in SeaX who lost the label, and give it back to them"));
    }

    private Diagnostic danger(Rule rule, String message, String help) {
        var place = context.places().of("project.policy.always_exclude");
        return rule.at(place, message, help + ", or acknowledge " + rule.id() + " with a reason");
    }

    private static Diagnostic accepted(Diagnostic finding, Campaign campaign) {
        return finding.acceptedBy(campaign.acknowledged());
    }

    /**
     * The last look before the digest, at the very text that would be posted and at the people it would reach. What it
     * guards against is a mistake in Muster, so what it finds is no finding but an end.
     */
    static void require(List<Action.Create> creates, SuppressionLabels suppression, Optional<ContactIndex> contacts) {
        var ids = suppression.ids();
        creates.forEach(create -> {
            if (!excludedBy(create.body()).containsAll(ids)) {
                throw new IllegalStateException("a suppression label is missing in the request of "
                        + create.request().identity());
            }
            contacts.ifPresent(index -> requireNobody(create, ids, index));
        });
    }

    private static Set<LabelId> excludedBy(String body) {
        var ids = new HashSet<LabelId>();
        var field = JsonMapper.shared().readTree(body).path("exclude_any_contact_label_ids");
        StreamSupport.stream(field.spliterator(), false).forEach(id -> ids.add(new LabelId(id.asString())));
        return ids;
    }

    private static void requireNobody(Action.Create create, List<LabelId> ids, ContactIndex contacts) {
        if (create.campaign().reach() instanceof Reach.Known known
                && contacts.rowsCarrying(ids, known.funnel().roster()) > 0) {
            throw new IllegalStateException("somebody with a suppression label is in the roster of "
                    + create.request().identity());
        }
    }
}
