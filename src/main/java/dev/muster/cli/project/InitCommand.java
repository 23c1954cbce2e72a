package dev.muster.cli.project;

import dev.muster.cli.command.CampaignsFolder;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.LockStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code muster init}: a folder that validates and plans against the sandbox at once, and the empty lock that saved plans
 * are bound to. It overwrites nothing: in a folder that has definitions it only adds the missing lock.
 */
@Command(name = "init", description = "Make a campaigns folder that plans against the sandbox; overwrites nothing.")
public final class InitCommand implements Callable<Integer> {
    private static final Map<String, String> FILES = files();

    @ParentCommand
    private RootCommand root;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder (default: that of --dir).")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (folder != null) {
            root.options.dir = folder;
        }
        var session = root.session();
        if (root.options.dir == null && CampaignsFolder.isElsewhere(session.campaignsAsTyped())) {
            throw new UsageException("there are definitions in " + session.campaignsAsTyped() + " already: to complete"
                    + " them, run `muster init " + session.campaignsAsTyped()
                    + "`; to make others here, name their folder");
        }
        if (Files.exists(session.campaigns().resolve("muster.yaml"))) {
            session.console()
                    .comment(session.campaignsAsTyped() + " has definitions already; they are left as they are");
        } else {
            FILES.forEach((name, resource) -> write(session, name, resource));
        }
        GitFiles.in(session.campaigns(), session.campaignsAsTyped()).complete(session.console());
        lock(session);
        return ExitCode.OK.number();
    }

    private static void write(CommandContext session, String name, String resource) {
        var file = session.campaigns().resolve(name);
        try (InputStream content = InitCommand.class.getResourceAsStream(resource)) {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.copy(content, file);
                session.console().product("wrote " + session.campaignsAsTyped().resolve(name) + "\n");
            }
        } catch (IOException e) {
            throw new EnvironmentException(file + " cannot be written: " + e, e);
        }
    }

    /** An empty lock has a lineage, so that a plan made before the first send is bound to it. */
    private static void lock(CommandContext session) {
        var settings = session.settings(session.project());
        boolean first = session.atClock(settings, clock -> begun(session, session.lockStore(settings, clock)));
        if (first) {
            session.console().product("wrote an empty lock for workspace " + settings.name() + "\n");
        }
    }

    private static boolean begun(CommandContext session, LockStore store) {
        boolean first = store.look().orRefuse().isEmpty();
        store.otherRecords().forEach(session.console()::error);
        if (first) {
            store.begin(session.who()).close();
        }
        return first;
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("muster.yaml", "/init/muster.yaml");
        files.put("hello.yaml", "/init/hello.yaml");
        for (var kind : SchemaCommand.Kind.WRITTEN) {
            var schema = kind + ".schema.json";
            files.put(".schemas/" + schema, "/schemas/" + schema);
        }
        return files;
    }
}
