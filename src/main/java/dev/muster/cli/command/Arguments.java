package dev.muster.cli.command;

import dev.muster.diagnostic.DecodedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The arguments as somebody typed them, or a refusal: one that arrived as other letters is never used, whatever it is for. */
public final class Arguments {
    private Arguments() {}

    /** The arguments of this process; what Java may have read as other letters is marked as lost. */
    public static String[] asRead(String[] arguments) {
        boolean utf8 = DecodedText.isUtf8();
        return Stream.of(arguments)
                .map(argument -> DecodedText.marked(argument, utf8))
                .toArray(String[]::new);
    }

    /** What to say of the first one that could not be read, if there is one. */
    public static Optional<String> unreadable(List<String> arguments) {
        return IntStream.range(0, arguments.size())
                .filter(i -> DecodedText.isBroken(arguments.get(i)))
                .mapToObj(i -> name(arguments, i) + " has characters that cannot be read: \"" + arguments.get(i)
                        + "\". " + DecodedText.HELP)
                .findFirst();
    }

    /**
     * What is wrong with an argument that is no key, where any number of keys may stand; picocli only says that it is too
     * much.
     */
    public static Optional<String> notAKey(CommandLine.ParameterException problem) {
        boolean takesKeys = problem.getCommandLine().getCommandSpec().positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().equals("KEY") && parameter.isMultiValue());
        return takesKeys && problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .filter(argument -> !argument.startsWith("-"))
                        .flatMap(argument -> complaint(argument).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> complaint(String argument) {
        try {
            new KeyConverter().convert(argument);
            return Optional.empty();
        } catch (CommandLine.TypeConversionException notAKey) {
            return Optional.of(String.valueOf(notAKey.getMessage()));
        }
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
