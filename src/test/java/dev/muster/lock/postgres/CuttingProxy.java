package dev.muster.lock.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a store and PostgreSQL, and cuts the connection in the middle of a commit when told to. */
final class CuttingProxy implements AutoCloseable {
    private static final String COMMIT = "COMMIT";

    private final ServerSocket listening;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Optional<Cut> armed = Optional.empty();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean refusingAfterCut;

    /** Where the connection breaks. */
    enum Cut {
        /** The commit never reaches the server, which rolls back. */
        BEFORE_THE_COMMIT,
        /** The server commits, and its answer never arrives. */
        BEFORE_THE_ANSWER
    }

    private CuttingProxy(ServerSocket listening, int port) {
        this.listening = listening;
        this.port = port;
    }

    static CuttingProxy to(int port) throws IOException {
        var proxy = new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        daemon(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    /** Cuts the next commits, so many of them. */
    void cut(Cut cut, int commits) {
        left.set(commits);
        armed = Optional.of(cut);
    }

    /** From now on nobody gets through any more. */
    void refuse() throws IOException {
        refusing = true;
        for (var socket : open) {
            socket.close();
        }
    }

    /** After the next cut nobody gets through any more. */
    void refuseAfterNextCut() {
        refusingAfterCut = true;
    }

    void letThrough() {
        refusing = false;
        refusingAfterCut = false;
    }

    private void accept() throws IOException {
        while (true) {
            var client = listening.accept();
            accepted.incrementAndGet();
            if (refusing) {
                client.close();
                continue;
            }
            var server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(client);
            open.add(server);
            var dying = new AtomicBoolean();
            daemon(() -> pump(client, server, bytes -> asked(bytes, dying)));
            daemon(() -> pump(server, client, bytes -> answered(bytes, dying)));
        }
    }

    private interface Passing {
        boolean passes(String bytes);
    }

    private boolean asked(String bytes, AtomicBoolean dying) {
        if (armed.isEmpty() || !bytes.contains(COMMIT) || left.getAndDecrement() <= 0) {
            return true;
        }
        dying.set(true);
        refusing |= refusingAfterCut;
        return armed.get() != Cut.BEFORE_THE_COMMIT;
    }

    /** Once a commit is to be cut, its answer does not pass. */
    private static boolean answered(String bytes, AtomicBoolean dying) {
        return !(dying.get() && bytes.contains(COMMIT));
    }

    private static void pump(Socket from, Socket to, Passing passing) throws IOException {
        try (from;
                to) {
            var in = from.getInputStream();
            var buffer = new byte[1 << 16];
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                if (!passing.passes(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, count);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        return in.read(buffer);
    }

    private interface Work {
        void go() throws IOException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(() -> {
            try {
                work.go();
            } catch (IOException closed) {
                // the test is over, or the connection was cut
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        refuse();
    }
}
