package dev.muster.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * What Muster can be told to do, in the order of its help. A command is set up only when it is named: reading the
 * annotations of all of them takes longer than checking a small folder. Where nothing is named or help is wanted, all are
 * there.
 */
final class Commands {
    private static final Map<String, Class<?>> ALL = all();

    /** Arguments whose answer is about every command. */
    private static final List<String> ABOUT_ALL = List.of("-h", "--help", "completion");

    private Commands() {}

    /** Adds the commands that these arguments can mean. */
    static CommandLine below(CommandLine root, List<String> arguments) {
        boolean all = Collections.disjoint(ALL.keySet(), arguments) || !Collections.disjoint(ABOUT_ALL, arguments);
        ALL.forEach((name, command) -> {
            if (all || arguments.contains(name)) {
                root.addSubcommand(command);
            }
        });
        return root;
    }

    private static Map<String, Class<?>> all() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("init", InitCommand.class);
        commands.put("validate", ValidateCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("apply", ApplyCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("logs", LogsCommand.class);
        commands.put("report", ReportCommand.class);
        commands.put("resolve", ResolveCommand.class);
        commands.put("lock", LockCommand.class);
        commands.put("audience", AudienceCommand.class);
        commands.put("labels", LabelsCommand.class);
        commands.put("phones", PhonesCommand.class);
        commands.put("send", SendCommand.class);
        commands.put("contacts", ContactsCommand.class);
        commands.put("sandbox", SandboxCommand.class);
        commands.put("comment", CommentCommand.class);
        commands.put("alarm", AlarmCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("schema", SchemaCommand.class);
        commands.put("completion", CompletionCommand.class);
        return commands;
    }
}
