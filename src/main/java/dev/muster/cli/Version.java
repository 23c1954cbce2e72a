package dev.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** Which Muster this is: {@code muster 0.1.0 (format 1), Java 17.0.15}. */
public final class Version implements CommandLine.IVersionProvider {
    /** The version that goes into locks and plans. */
    static String number() {
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
        return new String[] {"muster " + number() + "  (lock format 1, plan format 1, Java " + Runtime.version() + ")"};
    }
}
