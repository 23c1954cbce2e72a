package dev.muster.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;

/** One HTTP answer: header names in lower case, the body as far as it was read, and how it ended. */
public final class HttpReply {
    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;
    private final End end;

    public HttpReply(int status, SortedMap<String, String> headers, byte[] body, End end) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.end = end;
    }

    /** How the body ended. */
    public enum End {
        WHOLE,
        CUT,
        TOO_LONG
    }

    /** What HTTP calls the status. */
    public int status() {
        return status;
    }

    /** All headers, by their names in lower case. */
    public SortedMap<String, String> headers() {
        return headers;
    }

    /** The body, as far as it was read. */
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** How the body ended. */
    public End end() {
        return end;
    }

    /** The body as text, or empty when it is cut, too long, or not UTF-8. */
    public Optional<String> intactText() {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return Optional.of(text.toString()).filter(whole -> end == End.WHOLE);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The body as text, whatever its state: for people, never for proof. */
    public String anyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** One header, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the status says so. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
