package dev.muster.cli;

import dev.muster.diagnostic.DecodedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The arguments as somebody typed them, or a refusal: one that arrived as other letters is never used, whatever it is for. */
final class Arguments {
    private Arguments() {}

    /** The arguments of this process; what Java may have read as other letters is marked as lost. */
    static String[] asRead(String[] arguments) {
        boolean utf8 = DecodedText.isUtf8();
        return Stream.of(arguments)
                .map(argument -> DecodedText.marked(argument, utf8))
                .toArray(String[]::new);
    }

    /** What to say of the first one that could not be read, if there is one. */
    static Optional<String> unreadable(List<String> arguments) {
        return IntStream.range(0, arguments.size())
                .filter(i -> DecodedText.isBroken(arguments.get(i)))
                .mapToObj(i -> name(arguments, i) + " has characters that cannot be read: \"" + arguments.get(i)
                        + "\". " + DecodedText.HELP)
                .findFirst();
    }

    /** By its option where it is the value of one, else by its position. */
    private static String name(List<String> arguments, int index) {
        var argument = arguments.get(index);
        if (argument.startsWith("--") && argument.contains("=")) {
            return "the value of " + argument.substring(0, argument.indexOf('='));
        }
        return index > 0 && arguments.get(index - 1).startsWith("-") && !argument.startsWith("-")
                ? "the value of " + arguments.get(index - 1)
                : "argument " + (index + 1);
    }
}
