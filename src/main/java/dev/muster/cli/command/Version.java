package dev.muster.cli.command;

import dev.muster.lock.format.LockJson;
import dev.muster.plan.approval.SavedPlanJson;
import dev.muster.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which Muster this is, and with which Java and how it was started; with {@code --json} also from where. */
public final class Version implements CommandLine.IVersionProvider {
    @Spec
    private CommandSpec spec;

    /** The version that goes into locks and plans. */
    public static String number() {
        var properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/muster.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        boolean json = spec.root().userObject() instanceof RootCommand root && root.options.json;
        return new String[] {json ? document().stripTrailing() : line()};
    }

    private static String line() {
        return "muster " + number() + "  (lock format " + LockJson.NEWEST + ", plan format " + SavedPlanJson.FORMAT
                + ", Java " + Runtime.version() + ", " + (usesArchive() ? "class archive in use" : "no class archive")
                + ")";
    }

    private static String document() {
        var document = Json.envelope(true, List.of())
                .put("version", number())
                .put("lock_format", LockJson.NEWEST)
                .put("plan_format", SavedPlanJson.FORMAT)
                .put("program", program(System.getProperty("java.class.path", "")))
                .put("launcher", property("muster.launcher").orElse(null));
        document.putObject("java")
                .put("version", Runtime.version().toString())
                .put("home", property("java.home").orElse(null));
        document.putObject("class_archive")
                .put("file", property("muster.archive").orElse(null))
                .put("in_use", usesArchive());
        return Json.document(document);
    }

    /** The jar; a package names it by a path through the process, and people want the one on the disk. */
    private static String program(String classPath) {
        try {
            var jar = Path.of(classPath);
            return Files.exists(jar) ? jar.toRealPath().toString() : classPath;
        } catch (IOException | InvalidPathException e) {
            return classPath;
        }
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }

    /** The launcher names the archive; Java says that what it was given could be used. */
    private static boolean usesArchive() {
        return property("muster.archive").isPresent()
                && System.getProperty("java.vm.info", "").contains("sharing");
    }
}
