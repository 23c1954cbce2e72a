package dev.muster.cli.project;

import dev.muster.cli.project.CommandOutline.Argument;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual of a command, in the form that {@code man} reads (man(7)): from what the command says of itself. */
public final class ManPage {
    private ManPage() {}

    /** The name of its file, such as {@code muster-lock-show.1}. */
    public static String fileName(CommandOutline command) {
        return dashed(command) + ".1";
    }

    public static String of(CommandOutline command, String version, String exitCodes) {
        return ".TH " + quoted(dashed(command).toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted("muster " + version)
                + "\n"
                + ".nh\n.ad l\n"
                + section("NAME", text(dashed(command)) + " \\- " + text(command.summary()))
                + section("SYNOPSIS", text(command.synopsis()))
                + section("DESCRIPTION", paragraphs(command.description()))
                + section("ARGUMENTS", command.parameters().stream().map(ManPage::entry))
                + section("OPTIONS", command.options().stream().map(ManPage::entry))
                + section("COMMANDS", command.subcommands().stream().map(ManPage::entry))
                + section("EXIT STATUS", text(exitCodes))
                + section("SEE ALSO", text(seeAlso(command)));
    }

    private static String seeAlso(CommandOutline command) {
        var below = command.subcommands().stream().map(sub -> dashed(sub) + "(1)");
        var above = command.name().contains(" ") ? Stream.of("muster(1)") : Stream.<String>of();
        return Stream.concat(above, below).collect(Collectors.joining(", "));
    }

    private static String entry(Argument argument) {
        return entry(String.join(", ", argument.names()) + argument.value(), argument.description());
    }

    private static String entry(CommandOutline command) {
        return entry(dashed(command) + "(1)", command.summary());
    }

    private static String entry(String name, String meaning) {
        return ".TP\n.B " + text(name) + "\n" + text(meaning) + "\n";
    }

    private static String section(String title, Stream<String> entries) {
        return section(title, entries.collect(Collectors.joining()));
    }

    private static String section(String title, String body) {
        return body.isBlank() ? "" : ".SH " + title + "\n" + body.stripTrailing() + "\n";
    }

    private static String paragraphs(String description) {
        return description
                .lines()
                .map(line -> line.isBlank() ? ".PP" : text(line))
                .collect(Collectors.joining("\n"));
    }

    /** A hyphen is a minus that can be copied; a point or a quote at the start of a line would be a request. */
    private static String text(String words) {
        var safe = words.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private static String quoted(String words) {
        return "\"" + text(words).replace("\"", "\\(dq") + "\"";
    }

    private static String dashed(CommandOutline command) {
        return command.name().replace(' ', '-');
    }
}
