package dev.muster.cli;

import dev.muster.cli.env.ExitCode;
import dev.muster.cli.project.SchemaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference for readers: what every command says of itself, the exit codes, and every member of every schema. */
final class ReferencePage {
    private final StringBuilder page = new StringBuilder();

    private ReferencePage() {}

    static String of(CommandLine root) throws IOException {
        var page = new ReferencePage();
        page.text("""
                # Reference

                Written by the program's own help and by the schemas; a test fails when it is stale. The same is in
                `muster COMMAND --help` and `muster schema KIND`.

                ## Commands

                """);
        page.command(root);
        page.text(
                "## Exit codes\n\nWhat each means is on the page of [commands](commands.md#exit-codes).\n\n| code | name |\n|---|---|\n");
        for (var code : ExitCode.values()) {
            page.text("| %d | %s |\n".formatted(code.number(), code.name().toLowerCase(Locale.ROOT)));
        }
        for (var kind : SchemaCommand.Kind.values()) {
            page.schema(kind);
        }
        return page.page.toString();
    }

    private void text(String text) {
        page.append(text);
    }

    private void command(CommandLine command) {
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        var name = command.getCommandSpec().qualifiedName();
        text("### " + name + "\n\n```text\n"
                + command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing() + "\n```\n\n");
        command.getSubcommands().values().forEach(this::command);
    }

    private void schema(SchemaCommand.Kind kind) throws IOException {
        var schema = JsonMapper.shared().readTree(Files.readString(Path.of("schemas", kind + ".schema.json")));
        var about = schema.path("title").asString() + ". "
                + schema.path("description").asString("");
        text("\n## " + kind + "\n\n" + about.strip() + "\n\n"
                + "| member | form | meaning | example |\n|---|---|---|---|\n");
        members(schema, schema, "");
    }

    private void members(JsonNode root, JsonNode node, String place) {
        for (var member : resolved(root, node).path("properties").properties()) {
            var path = place + member.getKey();
            var body = member.getValue();
            text("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            path,
                            form(root, body),
                            cell(body.path("description").asString("")),
                            example(body)));
            below(root, body, path);
        }
    }

    private void below(JsonNode root, JsonNode body, String path) {
        members(root, body, path + ".");
        members(root, body.path("items"), path + "[].");
        members(root, body.path("additionalProperties"), path + ".NAME.");
        body.path("anyOf").forEach(either -> members(root, either, path + "."));
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        var ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : root.at(ref.substring(1));
    }

    private static String form(JsonNode root, JsonNode node) {
        var body = resolved(root, node);
        if (body.has("const")) {
            return "`" + body.path("const").asString() + "`";
        }
        if (body.has("enum")) {
            return each(body.path("enum"), word -> "`" + word.asString() + "`", ", ");
        }
        if (body.has("anyOf") && !body.has("type")) {
            return each(body.path("anyOf"), either -> form(root, either), " or ");
        }
        var type = body.path("type");
        var name = type.isArray() ? each(type, JsonNode::asString, " or ") : type.asString("");
        return name.equals("array") ? "list of " + form(root, body.path("items")) : name;
    }

    private static String each(JsonNode nodes, Function<JsonNode, String> word, String between) {
        return nodes.valueStream().map(word).collect(Collectors.joining(between));
    }

    private static String example(JsonNode body) {
        var examples = body.path("examples");
        return examples.isEmpty() ? "" : "`" + cell(examples.path(0).toString()) + "`";
    }

    private static String cell(String text) {
        return Arrays.stream(text.split("\\|", -1)).collect(Collectors.joining("\\|"));
    }
}
