package dev.muster.cli;

import dev.muster.diagnostic.Characters;
import dev.muster.outcome.Progress;
import dev.muster.report.StatusJson;
import dev.muster.report.StatusText;
import dev.muster.report.Times;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How a watch talks: bars that are drawn anew on a terminal, a line for each change elsewhere, or JSON lines. */
sealed interface WatchOutput {
    void look(List<Progress> sends, List<Progress> changed, Instant at);

    void unread(Instant at, String why);

    void summary(List<Progress> sends, Instant at, ExitCode code);

    static WatchOutput of(Session session, OptionalDouble mostFailed) {
        if (session.json()) {
            return new Json(session.console(), mostFailed);
        }
        return session.surroundings().isRedrawable()
                ? new Bars(session.console(), mostFailed)
                : new Lines(session.console(), mostFailed);
    }

    /** One line for each change. */
    record Lines(Console console, OptionalDouble mostFailed) implements WatchOutput {
        @Override
        public void look(List<Progress> sends, List<Progress> changed, Instant at) {
            changed.forEach(send -> console.product(Times.second(at) + "  " + StatusText.line(send)));
        }

        @Override
        public void unread(Instant at, String why) {
            console.comment(Times.second(at) + "  " + Characters.visible(why) + " Muster looks again.");
        }

        @Override
        public void summary(List<Progress> sends, Instant at, ExitCode code) {
            console.product(StatusText.summary(sends, mostFailed, console.paint()));
        }
    }

    /** One line for each send, drawn over the one before. */
    final class Bars implements WatchOutput {
        private final Console console;
        private final Lines words;
        private int drawn;

        Bars(Console console, OptionalDouble mostFailed) {
            this.console = console;
            this.words = new Lines(console, mostFailed);
        }

        @Override
        public void look(List<Progress> sends, List<Progress> changed, Instant at) {
            var bars = sends.stream()
                    .map(send -> StatusText.bar(send, console.width()) + "\n")
                    .collect(Collectors.joining());
            console.product((drawn == 0 ? "" : "\u001b[" + drawn + "A\u001b[0J") + bars);
            drawn = sends.size();
        }

        @Override
        public void unread(Instant at, String why) {
            words.unread(at, why);
            drawn = 0;
        }

        @Override
        public void summary(List<Progress> sends, Instant at, ExitCode code) {
            words.summary(sends, at, code);
        }
    }

    /** One JSON line for each event. */
    record Json(Console console, OptionalDouble mostFailed) implements WatchOutput {
        @Override
        public void look(List<Progress> sends, List<Progress> changed, Instant at) {
            changed.forEach(send -> console.product(StatusJson.event(send, at, mostFailed)));
        }

        @Override
        public void unread(Instant at, String why) {
            console.product(StatusJson.unread(at, why));
        }

        @Override
        public void summary(List<Progress> sends, Instant at, ExitCode code) {
            console.product(StatusJson.summary(sends, at, code.number()));
        }
    }
}
