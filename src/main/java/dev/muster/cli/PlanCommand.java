package dev.muster.cli;

import dev.muster.model.CampaignKey;
import dev.muster.plan.Plan;
import dev.muster.report.BaseMarkdown;
import dev.muster.report.BaseText;
import dev.muster.report.PlanJson;
import dev.muster.report.PlanMarkdown;
import dev.muster.report.PlanText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster plan}: what would be sent, to how many people, when. It sends nothing and writes nothing but {@code -o}. */
@Command(name = "plan", description = "Show what would be sent, to how many people, when. Sends nothing.")
final class PlanCommand implements Callable<Integer> {
    @ParentCommand
    private MusterCommand root;

    @Parameters(
            paramLabel = "KEY",
            description = "Only these campaigns (default: all).",
            converter = KeyConverter.class)
    private List<CampaignKey> keys = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Save the plan as JSON, for `muster apply FILE`.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or json (default: text).")
    private @Nullable Format format;

    @Option(names = "--offline", description = "Ask no workspace: what is new, without who it reaches.")
    private boolean offline;

    @Option(names = "--detailed-exitcode", description = "Exit with 2 when the plan would send something.")
    private boolean detailed;

    @Option(names = "--show-unchanged", description = "List campaigns that are settled, too.")
    private boolean showUnchanged;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Also show how this differs from a git revision: who joins and leaves, and why.")
    private @Nullable String base;

    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Override
    public Integer call() {
        var session = root.session();
        var judged = policy.definitions(session);
        var settings = session.settings(judged.definitions().project());
        var revision = Optional.ofNullable(base).map(ref -> BaseOption.read(session, ref));
        try (var connection = session.connect(settings)) {
            var planning = Planning.of(session, judged, settings, connection, keys, offline, revision);
            print(session, planning);
            return code(planning.plan()).number();
        }
    }

    private void print(Session session, Planning planning) {
        if (output != null) {
            PlanFile.write(session.path(output), planning, keys);
        }
        session.console().product(product(session.console(), planning, chosen(session)));
        if (output != null) {
            session.console()
                    .comment("Saved as " + output + ". To send exactly this:  muster apply " + output + " --expect "
                            + planning.plan().digest());
        }
    }

    private Format chosen(Session session) {
        return format != null ? format : session.json() ? Format.JSON : Format.TEXT;
    }

    private String product(Console console, Planning planning, Format chosen) {
        var plan = planning.plan();
        var comparison = planning.comparison();
        return switch (chosen) {
            case JSON -> PlanJson.of(plan, planning.saved(keys), comparison);
            case MARKDOWN ->
                PlanMarkdown.of(plan)
                        + comparison.map(found -> "\n" + BaseMarkdown.of(found)).orElse("");
            case TEXT ->
                PlanText.of(plan, console.paint(), console.width(), showUnchanged)
                        + comparison
                                .map(found -> "\n" + BaseText.of(found, console.paint(), console.width()))
                                .orElse("");
        };
    }

    private ExitCode code(Plan plan) {
        if (plan.hasDoubt()) {
            return ExitCode.DOUBT;
        }
        if (plan.isRefused() || plan.needsAttention()) {
            return ExitCode.REFUSED;
        }
        return detailed && (plan.hasCreates() || plan.hasAdoptions()) ? ExitCode.CHANGES : ExitCode.OK;
    }
}
