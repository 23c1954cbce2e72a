package dev.muster.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Something on this machine that stands in front of a server: what ends its TLS, or a proxy that opens tunnels to it by
 * whatever name it is asked for. It keeps what it was asked in clear text.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final int port;
    private final Function<String, Optional<String>> greeting;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket listening, int port, Function<String, Optional<String>> greeting) {
        this.listening = listening;
        this.port = port;
        this.greeting = greeting;
        daemon(this::accept);
    }

    /** Ends TLS in front of a server that has none. */
    public static Relay endingTls(SSLContext tls, int port) {
        try {
            var listening = tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new Relay(listening, port, asked -> Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A proxy whose every tunnel leads to this port.
     *
     * @param answer to the head of a request: the line of its answer, such as {@code HTTP/1.1 200 OK}
     */
    public static Relay proxy(int port, Function<String, String> answer) {
        try {
            var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new Relay(listening, port, asked -> Optional.of(answer.apply(asked)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The heads of what a proxy was asked for. */
    public List<String> heard() {
        return heard;
    }

    private void accept() throws IOException {
        while (true) {
            var client = listening.accept();
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        if (greeting.apply("").isPresent() && !greet(client)) {
            client.close();
            return;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        daemon(() -> pump(client, server));
        pump(server, client);
    }

    private boolean greet(Socket client) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = client.getInputStream().read();
            if (read < 0) {
                return false;
            }
            head.write(read);
        }
        var asked = head.toString(StandardCharsets.ISO_8859_1);
        heard.add(asked);
        var line = greeting.apply(asked).orElseThrow();
        boolean opens = line.contains(" 200");
        var answer = line + "\r\n" + (opens ? "" : "Content-Length: 0\r\nProxy-Authenticate: Basic realm=\"x\"\r\n");
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return opens;
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void go() throws IOException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(() -> {
            try {
                work.go();
            } catch (IOException closed) {
                // the other side went away, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
