package dev.muster.cli.apply;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Console;
import dev.muster.cli.command.OutputFormat;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.event.EventStream;
import dev.muster.cli.record.RescueFile;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Rescue;
import dev.muster.lock.format.RescueLine;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.json.ApplyJson;
import dev.muster.report.text.ApplyText;
import dev.muster.report.text.PlanText;
import dev.muster.report.text.ResolvedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How an apply talks: text for people, a stream of JSON lines for programs, or one comment when it is over. */
sealed interface ApplyOutput permits ApplyOutput.Text, ApplyMarkdownOutput, ApplyOutput.Lines, ApplyOutput.Both {
    void plan(Plan plan);

    /** How the audiences moved since the review. */
    void moved(List<AudienceDrift> moved);

    /** What SeaX shows about an earlier send, recorded before anything is sent. */
    void reconciled(LockEntry entry);

    void effect(ApplyResult effect);

    /** An outcome that the lock did not take: where it is kept instead, or the line itself. */
    void rescued(Rescue rescue, Optional<Path> kept);

    ExitCode nothingToSend(ExitCode code);

    ExitCode declined(String why, ExitCode code);

    ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code);

    static ApplyOutput of(CommandContext session, OutputFormat format, EventStream events) {
        ApplyOutput product = switch (format) {
            case TEXT -> new Text(session.console());
            case MARKDOWN -> new ApplyMarkdownOutput(session.console());
            case JSON -> new Lines(events);
            case HTML -> throw new UsageException("an apply is printed as text, markdown or json; html is for a plan");
        };
        return events.isBeside() ? new Both(product, new Lines(events)) : product;
    }

    /** For people. */
    final class Text implements ApplyOutput {
        private final Console console;
        private final ApplyText text;

        private Text(Console console) {
            this.console = console;
            this.text = new ApplyText(console.paint());
        }

        @Override
        public void plan(Plan plan) {
            console.product(PlanText.beforeApply(plan, console.paint(), console.width()));
        }

        @Override
        public void moved(List<AudienceDrift> moved) {
            moved.forEach(one -> console.product(text.moved(one)));
        }

        @Override
        public void reconciled(LockEntry entry) {
            console.product(ResolvedText.of(entry));
        }

        @Override
        public void effect(ApplyResult effect) {
            console.product(text.effect(effect));
        }

        @Override
        public void rescued(Rescue rescue, Optional<Path> kept) {
            console.product(text.rescued(RescueLine.write(rescue), kept.map(Path::toString), RescueFile.command(kept)));
        }

        @Override
        public ExitCode nothingToSend(ExitCode code) {
            return code;
        }

        @Override
        public ExitCode declined(String why, ExitCode code) {
            console.error(why);
            console.complain("Nothing was sent.");
            return code;
        }

        @Override
        public ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code) {
            console.product(text.summary(report, alarms));
            return code;
        }
    }

    /** For programs. */
    record Lines(EventStream events) implements ApplyOutput {
        @Override
        public void plan(Plan plan) {
            events.tell(ApplyJson.version(Version.number()));
            events.tell(ApplyJson.plan(plan.digest().value(), plan.creates().size(), plan.messages()));
        }

        @Override
        public void moved(List<AudienceDrift> moved) {
            moved.forEach(one -> events.tell(ApplyJson.moved(one)));
        }

        @Override
        public void reconciled(LockEntry entry) {
            events.tell(ApplyJson.reconciled(entry));
        }

        @Override
        public void effect(ApplyResult effect) {
            events.tell(ApplyJson.effect(effect));
        }

        @Override
        public void rescued(Rescue rescue, Optional<Path> kept) {
            events.tell(
                    ApplyJson.rescued(RescueLine.write(rescue), kept.map(Path::toString), RescueFile.command(kept)));
        }

        @Override
        public ExitCode nothingToSend(ExitCode code) {
            return declined("nothing to send", code);
        }

        @Override
        public ExitCode declined(String why, ExitCode code) {
            events.tell(ApplyJson.declined(why, code.number()));
            return code;
        }

        @Override
        public ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code) {
            events.tell(ApplyJson.summary(report, alarms, code.number()));
            return code;
        }
    }

    /** The product, and events beside it. */
    record Both(ApplyOutput product, ApplyOutput events) implements ApplyOutput {
        @Override
        public void plan(Plan plan) {
            product.plan(plan);
            events.plan(plan);
        }

        @Override
        public void moved(List<AudienceDrift> moved) {
            product.moved(moved);
            events.moved(moved);
        }

        @Override
        public void reconciled(LockEntry entry) {
            product.reconciled(entry);
            events.reconciled(entry);
        }

        @Override
        public void effect(ApplyResult effect) {
            product.effect(effect);
            events.effect(effect);
        }

        @Override
        public void rescued(Rescue rescue, Optional<Path> kept) {
            product.rescued(rescue, kept);
            events.rescued(rescue, kept);
        }

        @Override
        public ExitCode nothingToSend(ExitCode code) {
            events.nothingToSend(code);
            return product.nothingToSend(code);
        }

        @Override
        public ExitCode declined(String why, ExitCode code) {
            events.declined(why, code);
            return product.declined(why, code);
        }

        @Override
        public ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code) {
            events.summary(report, alarms, code);
            return product.summary(report, alarms, code);
        }
    }
}
