package dev.muster.cli.command;

import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.diagnostic.Characters;
import dev.muster.report.TextStyle;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How Muster talks: the product to standard output, commentary to standard error, questions only to a terminal. The only
 * place that prints.
 */
public record Console(ProgramEnvironment surroundings, GlobalOptions options) {
    /** The product, ready to print. */
    public void product(String text) {
        surroundings.out().print(text.endsWith("\n") ? text : text + "\n");
        surroundings.out().flush();
    }

    /** The product, which is too long to be held. */
    public void product(StreamedOutput product) {
        try {
            var out = new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8);
            product.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A piece of a product that is too long to be held; nobody waits for the rest when it cannot be written. */
    public void piece(String text) {
        surroundings.out().print(text);
        requireWritten();
    }

    /**
     * Ends the run when something printed before did not arrive: where more work would be for nothing, and before a send,
     * because whoever approves must have been shown what. Never after a send: it goes on whoever reads.
     */
    public void requireWritten() {
        if (surroundings.out().checkError()) {
            throw new OutputFailedException();
        }
    }

    /** Commentary, unless the user wants quiet. */
    public void comment(String text) {
        if (!options.quiet) {
            complain(text);
        }
    }

    /** The same, with the reason at its end, in which what the outside world said is made harmless. */
    public void comment(String text, Exception why) {
        comment(text + ": " + harmless(why));
    }

    /** What must be read. */
    public void complain(String text) {
        surroundings.err().println(text);
        surroundings.err().flush();
    }

    /** The same, with the reason at its end, made harmless. */
    public void complain(String text, Exception why) {
        complain(text + ": " + harmless(why));
    }

    /** An error, with what the outside world put into it made harmless. */
    public void error(String message) {
        complain(paint().of(TextStyle.Tone.BAD, "muster: ") + harmless(message));
    }

    private static String harmless(Exception why) {
        return harmless(String.valueOf(why.getMessage()));
    }

    private static String harmless(String message) {
        return message.lines().map(Characters::visible).collect(Collectors.joining("\n"));
    }

    /** Asks a person; empty when there is nobody to ask or nothing was typed. */
    public Optional<String> ask(String question) {
        if (!surroundings.terminal()) {
            return Optional.empty();
        }
        surroundings.err().print(question);
        surroundings.err().flush();
        try {
            return Optional.ofNullable(surroundings.in().readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a line may be: what the terminal says of itself, or a width that suits pull requests and logs. */
    public int width() {
        var columns = surroundings.setting("COLUMNS").filter(value -> value.matches("[0-9]{2,4}"));
        return columns.map(Integer::parseInt).map(width -> Math.max(60, width)).orElse(100);
    }

    /** How much of a line may be drawn over. */
    public int drawnWidth() {
        return surroundings.drawnWidth();
    }

    public TextStyle paint() {
        return isColoured() ? TextStyle.ANSI : TextStyle.NONE;
    }

    private boolean isColoured() {
        return switch (options.color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                isForced()
                        || (surroundings.terminal()
                                && surroundings.setting("NO_COLOR").isEmpty()
                                && surroundings
                                        .setting("TERM")
                                        .filter("dumb"::equals)
                                        .isEmpty());
        };
    }

    private boolean isForced() {
        return surroundings.setting("NO_COLOR").isEmpty()
                && surroundings
                        .setting("CLICOLOR_FORCE")
                        .or(() -> surroundings.setting("FORCE_COLOR"))
                        .filter(value -> !value.equals("0"))
                        .isPresent();
    }
}
