package dev.muster.seax;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.MessageSender;
import dev.muster.apply.PartSender;
import dev.muster.apply.ReceiptLabels;
import dev.muster.contacts.ContactImporter;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.Network;
import dev.muster.http.RetryDelay;
import dev.muster.http.Transport;
import dev.muster.resolve.Workspace;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door to SeaX. Both ways in look at the Java system properties first: some make the HTTP client print the key or
 * repeat a POST, and with one of them set nothing is opened.
 */
public final class SeaxConnector {
    private static final List<String> UNSAFE = List.of(
            "jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug", "jdk.httpclient.enableAllMethodRetry");

    private SeaxConnector() {}

    /** The workspace, for reading; close it when done. */
    public static SeaxWorkspace workspace(
            SeaxEndpoint endpoint, Function<String, @Nullable String> properties, RetryDelay pause, Random random) {
        return workspace(endpoint, properties, pause, random, ReadSettings.DEFAULT);
    }

    /** The workspace, read as the settings say. */
    public static SeaxWorkspace workspace(
            SeaxEndpoint endpoint,
            Function<String, @Nullable String> properties,
            RetryDelay pause,
            Random random,
            ReadSettings settings) {
        requireSafe(properties);
        var retry = new ReadRetryPolicy(pause, random, new RateLimiter(settings.perSecond(), System::nanoTime));
        var reads = new SeaxReader(endpoint, ReadLimits.DEFAULT, retry, settings.clock());
        return new SeaxWorkspace(reads, random, settings);
    }

    /** The one that sends. */
    public static CampaignSender sender(SeaxEndpoint endpoint, Function<String, @Nullable String> properties) {
        requireSafe(properties);
        return new SeaxSender(endpoint, SendLimits.DEFAULT);
    }

    /** The one that sends to listed numbers. */
    public static PartSender parts(SeaxEndpoint endpoint, Function<String, @Nullable String> properties) {
        requireSafe(properties);
        return new SinglePost("general_campaigns/wabp", endpoint, SendLimits.DEFAULT)::post;
    }

    /** The one that messages one person. */
    public static MessageSender messages(SeaxEndpoint endpoint, Function<String, @Nullable String> properties) {
        requireSafe(properties);
        return new SeaxMessages(endpoint, SendLimits.DEFAULT);
    }

    /** The one that makes receipt labels, and reads them back from the workspace. */
    public static ReceiptLabels receiptLabels(
            SeaxEndpoint endpoint, Workspace workspace, Function<String, @Nullable String> properties) {
        requireSafe(properties);
        return new SeaxReceiptLabels(endpoint, SendLimits.DEFAULT, workspace);
    }

    /** The one that brings contacts in; it follows its jobs through the workspace. */
    public static ContactImporter importer(
            SeaxEndpoint endpoint, Function<String, @Nullable String> properties, SeaxWorkspace workspace) {
        requireSafe(properties);
        return new SeaxImporter(endpoint, SendLimits.UPLOAD, workspace);
    }

    /** Loads what the first request needs. It asks nobody for anything, and what it loads would else be loaded then. */
    public static void prepare(Function<String, @Nullable String> properties) {
        requireSafe(properties);
        var threads = Transport.threads();
        try (var connections =
                Transport.open(Network.DIRECT, ReadLimits.DEFAULT.connect(), ReadLimits.DEFAULT.overall(), threads)) {
            connections.config().getClient();
        } finally {
            threads.shutdownNow();
        }
        SeaxReader.prepare();
        RosterHash.prepare();
    }

    private static void requireSafe(Function<String, @Nullable String> properties) {
        for (var name : UNSAFE) {
            if (properties.apply(name) != null) {
                throw new EnvironmentException(
                        "The Java property " + name + " is set. It can print the API key or repeat a"
                                + " send; remove it (also from JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS).");
            }
        }
    }
}
