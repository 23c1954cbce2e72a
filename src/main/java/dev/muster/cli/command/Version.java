package dev.muster.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** Which Muster this is, and with which Java and how it was started. */
public final class Version implements CommandLine.IVersionProvider {
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
        return new String[] {
            "muster " + number() + "  (lock format 1, plan format 1, Java " + Runtime.version() + ", "
                    + (usesArchive() ? "class archive in use" : "no class archive") + ")"
        };
    }

    /** The launcher says that it named an archive; Java, that what it was given could be used. */
    private static boolean usesArchive() {
        return Boolean.getBoolean("muster.archive")
                && System.getProperty("java.vm.info", "").contains("sharing");
    }
}
