package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Quiet;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import java.time.LocalTime;
import java.util.List;

/** Quiet hours that end when they begin could mean none or the whole day. */
final class QuietHoursHaveLength implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Quiet.class)
                .filter(QuietHoursHaveLength::isEmpty)
                .map(quiet -> PolicyRule.QUIET_HOURS_EMPTY.at(quiet.at("to"), "the quiet hours end when they begin"))
                .toList();
    }

    private static boolean isEmpty(Block<Quiet> quiet) {
        var from = quiet.part("from", LocalTime.class);
        return from.isPresent() && from.equals(quiet.part("to", LocalTime.class));
    }
}
