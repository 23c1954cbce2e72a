package dev.muster.cli;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.Effect;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Rescue;
import dev.muster.plan.Moved;
import dev.muster.plan.Plan;
import dev.muster.report.ApplyJson;
import dev.muster.report.ApplyText;
import dev.muster.report.PlanText;
import dev.muster.report.SettledText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How an apply talks: text for people, or a stream of JSON lines. */
sealed interface ApplyOutput {
    void plan(Plan plan);

    /** How the audiences moved since the review. */
    void moved(List<Moved> moved);

    /** What SeaX shows about an earlier send, recorded before anything is sent. */
    void reconciled(LockEntry entry);

    void effect(Effect effect);

    /** An outcome that the lock did not take: where it is kept instead, or the line itself. */
    void rescued(Rescue rescue, Optional<Path> kept);

    ExitCode nothingToSend(ExitCode code);

    ExitCode declined(String why, ExitCode code);

    ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code);

    static ApplyOutput of(Session session) {
        return session.json() ? new Lines(session.console()) : new Text(session.console());
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
        public void moved(List<Moved> moved) {
            moved.forEach(one -> console.product(text.moved(one)));
        }

        @Override
        public void reconciled(LockEntry entry) {
            console.product(SettledText.of(entry));
        }

        @Override
        public void effect(Effect effect) {
            console.product(text.effect(effect));
        }

        @Override
        public void rescued(Rescue rescue, Optional<Path> kept) {
            console.product(text.rescued(rescue.write(), kept.map(Path::toString), RescueFile.command(kept)));
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
    final class Lines implements ApplyOutput {
        private final Console console;

        private Lines(Console console) {
            this.console = console;
        }

        @Override
        public void plan(Plan plan) {
            console.product(ApplyJson.version(Version.number()));
            console.product(ApplyJson.plan(plan.digest().value(), plan.creates().size(), plan.messages()));
        }

        @Override
        public void moved(List<Moved> moved) {
            moved.forEach(one -> console.product(ApplyJson.moved(one)));
        }

        @Override
        public void reconciled(LockEntry entry) {
            console.product(ApplyJson.reconciled(entry));
        }

        @Override
        public void effect(Effect effect) {
            console.product(ApplyJson.effect(effect));
        }

        @Override
        public void rescued(Rescue rescue, Optional<Path> kept) {
            console.product(ApplyJson.rescued(rescue.write(), kept.map(Path::toString), RescueFile.command(kept)));
        }

        @Override
        public ExitCode nothingToSend(ExitCode code) {
            return declined("nothing to send", code);
        }

        @Override
        public ExitCode declined(String why, ExitCode code) {
            console.product(ApplyJson.declined(why, code.number()));
            return code;
        }

        @Override
        public ExitCode summary(ApplyReport report, List<String> alarms, ExitCode code) {
            console.product(ApplyJson.summary(report, alarms, code.number()));
            return code;
        }
    }
}
