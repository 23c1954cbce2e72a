package dev.muster.seax;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that does anything with a connection, and remembers every request that it read. */
final class RawServer implements AutoCloseable {
    /** What happens to one connection. */
    interface Behaviour {
        void on(Connection connection) throws IOException;
    }

    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawServer(Behaviour behaviour) {
        this(anyPort(), behaviour);
    }

    RawServer(ServerSocket listening, Behaviour behaviour) {
        this.listening = listening;
        this.behaviour = behaviour;
        daemon(this::accept);
    }

    private static ServerSocket anyPort() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Every request that was read to its end. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.on(new Connection(socket, requests));
        } catch (IOException e) {
            // the client went first
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One accepted connection. */
    record Connection(Socket socket, List<String> requests) {
        /** Reads one request and its body. */
        Connection read() throws IOException {
            var head = head(socket.getInputStream());
            int length = head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(0);
            var body = socket.getInputStream().readNBytes(length);
            requests.add(head + new String(body, StandardCharsets.UTF_8));
            return this;
        }

        /**
         * Waits until something has arrived, and leaves it unread. A reset before that may meet a client that still
         * connects, and then it is proved that nothing was sent.
         */
        Connection awaitArrival() throws IOException {
            while (socket.getInputStream().available() == 0) {
                Thread.onSpinWait();
            }
            return this;
        }

        Connection write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        }

        /** Closes so that the other side sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Neither reads nor writes any more, whatever the client does. */
        void ignore() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        /** Says nothing more until the other side goes. */
        void stall() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // nothing it says matters
            }
        }

        private static String head(InputStream in) throws IOException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the request ended early");
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.UTF_8);
        }
    }
}
