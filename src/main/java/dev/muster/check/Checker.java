package dev.muster.check;

import dev.muster.check.message.CodesAreShort;
import dev.muster.check.message.HeaderIsOneThing;
import dev.muster.check.message.LanguageIsKnown;
import dev.muster.check.message.LanguageRuleIsClear;
import dev.muster.check.message.SamplesAreUsed;
import dev.muster.check.message.SlotsHaveNames;
import dev.muster.check.message.WrittenValuesFit;
import dev.muster.definition.Definitions;
import dev.muster.definition.Documents;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.ParallelMap;
import java.util.List;

/**
 * All documents of a folder to {@link Definitions}, with every finding at once. The value is there when the folder has a
 * project; a campaign that cannot be built is left out, and a finding says why.
 */
public final class Checker {
    private final List<Check> checks = List.of(
            new Constraints(),
            new OneProject(),
            new DefaultWorkspaceExists(),
            new WorkspaceHasOneHost(),
            new WorkspaceHasOneKey(),
            new SecretsHaveVariablesOfTheirOwn(),
            new BaseUrlIsSafe(),
            new OpenApiNeedsAccount(),
            new HoldHasBounds(),
            new LockKeysFitStore(),
            new KeyHasForm(),
            new KeyIsUnique(),
            new ReferenceExists(),
            new ReferenceEnds(),
            new AudienceHasSelector(),
            new NobodyIncludedAndExcluded(),
            new OptInRequired(),
            new LabelsAreDistinct(),
            new ItemsAreDistinct(),
            new ExpectationIsPossible(),
            new CampaignHasSender(),
            new SenderNumberHasForm(),
            SamplesAreUsed::check,
            new WayIsClear(),
            new MessageFitsWay(),
            new ByNumbersIsPossible(),
            LanguageIsKnown::check,
            LanguageRuleIsClear::check,
            HeaderIsOneThing::check,
            SlotsHaveNames::check,
            WrittenValuesFit::check,
            CodesAreShort::check,
            new TimeHasZone(),
            new TimeExistsOnce(),
            new OffsetFitsZone(),
            new StartIsBeforeEnd(),
            new QuietHoursHaveLength(),
            new PlanValidityHasEnd(),
            new WavesAreComplete(),
            new AcknowledgedRuleExists());

    /** Begins what takes long to load, in a thread of its own; nobody has to wait for it before a check does. */
    public static void prepare() {
        Constraints.prepare();
    }

    public Checked<Definitions> check(Documents documents) {
        int threads = ParallelMap.threads(documents.all().count());
        List<Diagnostic> findings = ParallelMap.map(checks, check -> check.check(documents), threads).stream()
                .flatMap(List::stream)
                .toList();
        return new Checked<>(new Expander(documents).definitions(), findings);
    }
}
