package dev.muster.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kong.unirest.core.Config;
import kong.unirest.core.UnirestInstance;

/**
 * The only settings under which anything is asked of a server with a key or a token. The library's defaults would follow a
 * redirect with the key, keep cookies and wait for ever.
 */
public final class Transport {
    /** Says who calls, and nothing about the machine it runs on. */
    public static final String USER_AGENT = "muster";

    private Transport() {}

    /** Connections under these settings. */
    public static UnirestInstance open(Network network, Duration connect, Duration request, Executor threads) {
        var config = new Config()
                .followRedirects(false)
                .enableCookieManagement(false)
                .retryAfter(false)
                .requestCompression(false)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Math.toIntExact(connect.toMillis()))
                .requestTimeout(Math.toIntExact(request.toMillis()))
                .executor(threads);
        network.trust().ifPresent(config::sslContext);
        network.proxy().ifPresent(proxy -> config.proxy(proxy.selector()));
        // the client takes it along to the proxy alone, and out of what passes through the tunnel
        network.proxyAuthorization().ifPresent(password -> config.setDefaultHeader("Proxy-Authorization", password));
        return new UnirestInstance(config);
    }

    /** Threads that never keep the program alive, however a server behaves. */
    public static ExecutorService threads() {
        return Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "seax");
            thread.setDaemon(true);
            return thread;
        });
    }
}
