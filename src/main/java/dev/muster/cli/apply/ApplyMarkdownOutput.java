package dev.muster.cli.apply;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.cli.command.Console;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.record.RescueFile;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Rescue;
import dev.muster.lock.format.RescueLine;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.TextStyle;
import dev.muster.report.markdown.ApplyMarkdown;
import dev.muster.report.text.ApplyText;
import dev.muster.report.text.ResolvedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For a pull request: one document at the end, progress to standard error. */
final class ApplyMarkdownOutput implements ApplyOutput {
    private final Console console;
    private final ApplyText progress = new ApplyText(TextStyle.NONE);
    private final List<AudienceDrift> moved = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private Optional<Plan> plan = Optional.empty();

    ApplyMarkdownOutput(Console console) {
        this.console = console;
    }

    @Override
    public void plan(Plan plan) {
        this.plan = Optional.of(plan);
    }

    @Override
    public void moved(List<AudienceDrift> moved) {
        this.moved.addAll(moved);
    }

    @Override
    public void reconciled(LockEntry entry) {
        records.add(ResolvedText.of(entry));
    }

    /** At once to standard error as well: what is lost here is not known anywhere else. */
    @Override
    public void rescued(Rescue rescue, Optional<Path> kept) {
        var text = progress.rescued(RescueLine.write(rescue), kept.map(Path::toString), RescueFile.command(kept));
        console.complain(text.stripTrailing());
        records.add(text);
    }

    @Override
    public void effect(ApplyResult effect) {
        console.comment(progress.effect(effect).stripTrailing());
    }

    @Override
    public ExitCode nothingToSend(ExitCode code) {
        console.product(comment().nothingToSend(code.number()));
        return code;
    }

    @Override
    public ExitCode declined(String why, ExitCode code) {
        console.error(why);
        console.product(comment().declined(why, code.number()));
        return code;
    }

    @Override
    public ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code) {
        console.product(comment().summary(report, alarms, code.number()));
        return code;
    }

    private ApplyMarkdown comment() {
        return new ApplyMarkdown(plan.orElseThrow(), moved, records);
    }
}
