package dev.muster.cli.project;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may stand behind a command's name, in words: completion scripts and manuals are written from it. */
public record CommandOutline(
        String name,
        String description,
        String synopsis,
        List<Argument> options,
        List<Argument> parameters,
        List<CommandOutline> subcommands) {

    /** An option or a parameter: its names, the word for its value ({@code =FILE}, or nothing), and what it does. */
    public record Argument(List<String> names, String value, String description) {
        boolean takesValue() {
            return !value.isEmpty();
        }
    }

    /** Of a command and of all below it. */
    public static CommandOutline of(CommandLine line) {
        var spec = line.getCommandSpec();
        var help = line.getHelp();
        return new CommandOutline(
                spec.qualifiedName(),
                String.join("\n", spec.usageMessage().description()).strip(),
                help.synopsis(0).replaceAll("\\s+", " ").strip(),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(option -> option(help, option))
                        .toList(),
                spec.positionalParameters().stream()
                        .map(parameter -> new Argument(
                                List.of(parameter.paramLabel()),
                                "",
                                words(help.createDefaultParameterRenderer()
                                        .render(parameter, help.parameterLabelRenderer(), help.colorScheme()))))
                        .toList(),
                line.getSubcommands().values().stream().map(CommandOutline::of).toList());
    }

    /** This one and all below it, each before what is below it. */
    public Stream<CommandOutline> all() {
        return Stream.concat(Stream.of(this), subcommands.stream().flatMap(CommandOutline::all));
    }

    /** The last word of its name. */
    String word() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The first sentence of what it does. */
    String summary() {
        return description.lines().findFirst().orElse("");
    }

    boolean takesKeys() {
        return parameters.stream().anyMatch(parameter -> parameter.names().contains("KEY"));
    }

    private static Argument option(Help help, OptionSpec option) {
        var rows = help.createDefaultOptionRenderer().render(option, help.parameterLabelRenderer(), help.colorScheme());
        return new Argument(List.of(option.names()), label(help, option), words(rows));
    }

    private static String label(Help help, ArgSpec argument) {
        return argument.arity().max() == 0
                ? ""
                : help.parameterLabelRenderer()
                        .renderParameterLabel(argument, Ansi.OFF, List.of())
                        .toString();
    }

    /** The last column is what it does, with the defaults filled in. */
    private static String words(Ansi.Text[][] rows) {
        return Arrays.stream(rows)
                .map(row -> row[row.length - 1].plainString())
                .collect(Collectors.joining(" "))
                .strip();
    }
}
