package dev.muster.plan;

import dev.muster.audience.AudienceDifference;
import dev.muster.audience.ContactIndex;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.project.Policy;
import dev.muster.plan.CampaignComparison.Counted;
import dev.muster.plan.CampaignComparison.People;
import dev.muster.plan.CampaignComparison.Unknown;
import dev.muster.resolve.WorkspaceSnapshot;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts who joins and who leaves over one sweep, or says why that cannot be known; it never guesses. */
record AudienceCounter(Optional<WorkspaceSnapshot> sweep) {
    private static final People OFFLINE = new Unknown("the workspace was not asked");
    private static final People WITHOUT_LABELS = new Unknown("this API does not show which labels a contact has");

    /** A campaign, the policy that its revision had, and when that was. */
    record Written(Campaign campaign, Policy policy, String when) {}

    /** The difference between two campaigns, of which one may be absent. */
    People difference(Optional<Written> before, Optional<Written> after) {
        return sweep.map(read -> read.contacts()
                        .map(contacts -> difference(read, contacts, before, after))
                        .orElse(WITHOUT_LABELS))
                .orElse(OFFLINE);
    }

    private static People difference(
            WorkspaceSnapshot read, ContactIndex contacts, Optional<Written> before, Optional<Written> after) {
        var obstacle = Stream.of(before, after)
                .flatMap(Optional::stream)
                .flatMap(written -> obstacle(read, written).stream())
                .findFirst();
        return obstacle.<People>map(Unknown::new)
                .orElseGet(() -> new Counted(AudienceDifference.between(
                        before.flatMap(written -> audience(read, written).value()),
                        after.flatMap(written -> audience(read, written).value()),
                        read::name,
                        contacts)));
    }

    private static Checked<Audience<LabelId>> audience(WorkspaceSnapshot read, Written written) {
        return read.audience(written.campaign(), written.policy());
    }

    private static Optional<String> obstacle(WorkspaceSnapshot read, Written written) {
        // a base is not judged by our rules, so it may say what would be read as "everyone"
        if (!written.campaign().audience().hasPositiveSelector()) {
            return Optional.of(written.when() + " the audience has neither `any` nor `all`");
        }
        return audience(read, written).diagnostics().stream()
                .map(Diagnostic::message)
                .map(message -> written.when() + ": " + message)
                .findFirst();
    }
}
