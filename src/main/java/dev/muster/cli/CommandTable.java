package dev.muster.cli;

import dev.muster.cli.apply.ApplyCommand;
import dev.muster.cli.contacts.ContactsCommand;
import dev.muster.cli.forge.AlarmCommand;
import dev.muster.cli.forge.CommentCommand;
import dev.muster.cli.lock.LockCommand;
import dev.muster.cli.logs.LogsCommand;
import dev.muster.cli.plan.PlanCommand;
import dev.muster.cli.project.CompletionCommand;
import dev.muster.cli.project.DoctorCommand;
import dev.muster.cli.project.ExplainCommand;
import dev.muster.cli.project.InitCommand;
import dev.muster.cli.project.SchemaCommand;
import dev.muster.cli.project.ValidateCommand;
import dev.muster.cli.resolve.ResolveCommand;
import dev.muster.cli.sandbox.SandboxCommand;
import dev.muster.cli.send.SendCommand;
import dev.muster.cli.status.ReportCommand;
import dev.muster.cli.status.StatusCommand;
import dev.muster.cli.workspace.AudienceCommand;
import dev.muster.cli.workspace.LabelsCommand;
import dev.muster.cli.workspace.PhonesCommand;
import dev.muster.cli.workspace.TemplatesCommand;
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
public final class CommandTable {
    private static final Map<String, Class<?>> ALL = all();

    /** Arguments whose answer is about every command. */
    private static final List<String> ABOUT_ALL = List.of("-h", "--help", "completion");

    private CommandTable() {}

    /** Adds the commands that these arguments can mean. */
    public static CommandLine below(CommandLine root, List<String> arguments) {
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
        commands.put("templates", TemplatesCommand.class);
        commands.put("send", SendCommand.class);
        commands.put("contacts", ContactsCommand.class);
        commands.put("sandbox", SandboxCommand.class);
        commands.put("comment", CommentCommand.class);
        commands.put("alarm", AlarmCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("schema", SchemaCommand.class);
        commands.put("completion", CompletionCommand.class);
        return commands;
    }
}
