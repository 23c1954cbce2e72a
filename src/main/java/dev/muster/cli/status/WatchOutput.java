package dev.muster.cli.status;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Console;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.event.EventStream;
import dev.muster.diagnostic.Characters;
import dev.muster.outcome.SendProgress;
import dev.muster.report.Times;
import dev.muster.report.json.ApplyJson;
import dev.muster.report.json.StatusJson;
import dev.muster.report.text.StatusText;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How a watch talks: bars that are drawn anew on a terminal, a line for each change elsewhere, or JSON lines. */
sealed interface WatchOutput {
    void look(List<SendProgress> sends, List<SendProgress> changed, Instant at);

    void unread(Instant at, String why);

    void summary(List<SendProgress> sends, Instant at, ExitCode code);

    static WatchOutput of(CommandContext session, OptionalDouble mostFailed, EventStream events) {
        var told = new Json(events, mostFailed);
        if (session.json()) {
            return told.begun();
        }
        WatchOutput product = session.surroundings().isRedrawable()
                ? new Bars(session.console(), mostFailed)
                : new Lines(session.console(), mostFailed);
        return events.isBeside() ? new Both(product, told.begun()) : product;
    }

    /** One line for each change. */
    record Lines(Console console, OptionalDouble mostFailed) implements WatchOutput {
        @Override
        public void look(List<SendProgress> sends, List<SendProgress> changed, Instant at) {
            changed.forEach(send -> console.product(Times.second(at) + "  " + StatusText.line(send)));
            console.requireWritten();
        }

        @Override
        public void unread(Instant at, String why) {
            console.comment(Times.second(at) + "  " + Characters.visible(why) + " Muster looks again.");
        }

        @Override
        public void summary(List<SendProgress> sends, Instant at, ExitCode code) {
            console.product(StatusText.summary(sends, mostFailed, console.paint()));
        }
    }

    /** One line for each send, drawn over the one before. */
    final class Bars implements WatchOutput {
        private final Console console;
        private final OptionalDouble mostFailed;
        private final Lines words;
        private int drawn;

        Bars(Console console, OptionalDouble mostFailed) {
            this.console = console;
            this.mostFailed = mostFailed;
            this.words = new Lines(console, mostFailed);
        }

        @Override
        public void look(List<SendProgress> sends, List<SendProgress> changed, Instant at) {
            var bars = sends.stream()
                    .map(send -> StatusText.bar(send, mostFailed, console.drawnWidth()) + "\n")
                    .collect(Collectors.joining());
            console.product((drawn == 0 ? "" : "\u001b[" + drawn + "A\u001b[0J") + bars);
            console.requireWritten();
            drawn = sends.size();
        }

        @Override
        public void unread(Instant at, String why) {
            words.unread(at, why);
            drawn = 0;
        }

        @Override
        public void summary(List<SendProgress> sends, Instant at, ExitCode code) {
            words.summary(sends, at, code);
        }
    }

    /** One JSON line for each event. */
    record Json(EventStream events, OptionalDouble mostFailed) implements WatchOutput {
        private Json begun() {
            events.tell(ApplyJson.version(Version.number()));
            return this;
        }

        @Override
        public void look(List<SendProgress> sends, List<SendProgress> changed, Instant at) {
            changed.forEach(send -> events.tell(StatusJson.event(send, mostFailed)));
            events.requireWritten();
        }

        @Override
        public void unread(Instant at, String why) {
            events.tell(StatusJson.unread(why));
        }

        @Override
        public void summary(List<SendProgress> sends, Instant at, ExitCode code) {
            events.tell(StatusJson.summary(sends, code.number()));
        }
    }

    /** The product, and events beside it. */
    record Both(WatchOutput product, WatchOutput events) implements WatchOutput {
        @Override
        public void look(List<SendProgress> sends, List<SendProgress> changed, Instant at) {
            product.look(sends, changed, at);
            events.look(sends, changed, at);
        }

        @Override
        public void unread(Instant at, String why) {
            product.unread(at, why);
            events.unread(at, why);
        }

        @Override
        public void summary(List<SendProgress> sends, Instant at, ExitCode code) {
            product.summary(sends, at, code);
            events.summary(sends, at, code);
        }
    }
}
