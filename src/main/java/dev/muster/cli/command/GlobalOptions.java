package dev.muster.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {
    @Option(
            names = {"-C", "--dir"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder with the definitions (default: campaigns).")
    @Nullable
    public Path dir;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "The workspace to use (default: MUSTER_WORKSPACE, else the project file's default_workspace).")
    @Nullable
    public String workspace;

    @Option(
            names = "--trust-from",
            paramLabel = "REF",
            scope = ScopeType.INHERIT,
            description =
                    "The git revision that decides where requests go, as whom, and which lock is read. The folder may"
                            + " only say the same.")
    @Nullable
    String trustFrom;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}).")
    Color color = Color.AUTO;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON instead of text.")
    public boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No commentary on standard error.")
    boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Log what is done, and show stack traces.")
    public boolean debug;

    /** When to colour. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }
}
