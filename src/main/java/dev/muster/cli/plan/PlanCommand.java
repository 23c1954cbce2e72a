package dev.muster.cli.plan;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Console;
import dev.muster.cli.command.HasOutputFormat;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.OutputFormat;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.record.LockDurabilityCheck;
import dev.muster.cli.record.RescueFile;
import dev.muster.model.CampaignKey;
import dev.muster.plan.Plan;
import dev.muster.report.json.PlanJson;
import dev.muster.report.markdown.PlanMarkdown;
import dev.muster.report.text.BaseText;
import dev.muster.report.text.PlanText;
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
public final class PlanCommand implements Callable<Integer>, HasOutputFormat {
    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "KEY",
            description = "Only these campaigns (default: all).",
            converter = KeyConverter.class)
    private List<CampaignKey> keys = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Save the plan for `muster apply FILE`; a name that ends in .html gets the HTML report instead. May"
                            + " be given twice.")
    private List<Path> outputs = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown, json or html (default: text).")
    private @Nullable OutputFormat format;

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

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Override
    public Integer call() {
        var session = root.session();
        var judged = policy.definitions(session);
        var settings = session.settings(judged.definitions().project(), policy.trust());
        var revision = Optional.ofNullable(base).map(ref -> BaseOption.read(session, ref));
        if (offline) {
            return session.atClock(
                    settings,
                    clock -> told(
                            session,
                            PreparedPlan.of(
                                    session, judged, settings, PreparedPlan.Reach.offline(clock), keys, revision)));
        }
        try (var connection = session.connect(settings)) {
            return told(
                    session,
                    PreparedPlan.of(session, judged, settings, PreparedPlan.Reach.of(connection), keys, revision));
        }
    }

    private int told(CommandContext session, PreparedPlan planning) {
        print(session, planning);
        new RescueFile(session, planning.settings().name()).warn(planning.lock());
        if (planning.plan().hasCreates()) {
            new LockDurabilityCheck(session, planning.settings()).warn(planning.lock());
        }
        var lost = SendEvidence.of(session, planning).against(planning.plan());
        lost.ifPresent(why -> session.console().error("apply would send nothing: " + why));
        var code = code(planning.plan());
        return (lost.isPresent() && code != ExitCode.DOUBT ? ExitCode.REFUSED : code).number();
    }

    private void print(CommandContext session, PreparedPlan planning) {
        var reports = outputs.stream().filter(PlanHtmlFile::isMeantBy).toList();
        var saved =
                outputs.stream().filter(file -> !PlanHtmlFile.isMeantBy(file)).toList();
        saved.forEach(file -> PlanFile.write(session.output(file), planning, keys));
        reports.forEach(file -> PlanHtmlFile.write(session.output(file), planning));
        var chosen = session.format(this);
        // who names a file for the page does not want it on the screen as well
        if (chosen != OutputFormat.HTML || reports.isEmpty()) {
            product(session.console(), planning, chosen);
        }
        reports.forEach(file -> session.console().comment("The report is in " + file));
        saved.forEach(file -> session.console()
                .comment("Saved as " + file + ". To send exactly this:  muster apply " + file + " --expect "
                        + planning.plan().digest()));
    }

    @Override
    public Optional<OutputFormat> format() {
        return Optional.ofNullable(format);
    }

    private void product(Console console, PreparedPlan planning, OutputFormat chosen) {
        var plan = planning.plan();
        var comparison = planning.comparison();
        switch (chosen) {
            case HTML -> console.product(PlanHtmlFile.of(planning));
            case JSON -> {
                var saved = planning.saved(keys);
                console.product(out -> PlanJson.write(plan, saved, comparison, out));
            }
            case MARKDOWN -> console.product(PlanMarkdown.of(plan, comparison));
            case TEXT ->
                console.product(PlanText.of(plan, console.paint(), console.width(), showUnchanged, keys)
                        + comparison
                                .map(found -> "\n" + BaseText.of(found, console.paint(), console.width()))
                                .orElse(""));
        }
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
