package dev.muster.cli.plan;

import dev.muster.cli.command.OutputFile;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.CampaignKey;
import dev.muster.plan.approval.SavedPlan;
import dev.muster.plan.approval.SavedPlanJson;
import dev.muster.report.json.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The plan file: written by {@code plan -o}, read by {@code apply}. */
public final class PlanFile {
    private PlanFile() {}

    /** Saves a plan. Without a lock it would be bound to nothing and could be applied again and again, so it is refused. */
    static void write(Path file, PreparedPlan planning, List<CampaignKey> keys) {
        if (planning.plan().offline()) {
            throw new UsageException(
                    "an offline plan cannot be applied, so it is not saved: leave out --offline or -o");
        }
        if (planning.lock().isEmpty()) {
            throw new EnvironmentException(
                    "there is no lock yet that a saved plan could be bound to: run `muster init` first");
        }
        try {
            var saved = planning.saved(keys);
            OutputFile.write(file, out -> PlanJson.write(planning.plan(), saved, Optional.empty(), out));
        } catch (IOException e) {
            throw new EnvironmentException("the plan cannot be written to " + file + ": " + e, e);
        }
    }

    public static SavedPlan read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no plan file " + file
                    + "; `muster plan -o FILE` saves one. To send one campaign only: muster apply --only KEY");
        }
        try (var document = Files.newBufferedReader(file)) {
            return SavedPlanJson.read(document, file.getFileName().toString());
        } catch (IOException e) {
            throw new EnvironmentException("the plan file cannot be read: " + e, e);
        }
    }
}
