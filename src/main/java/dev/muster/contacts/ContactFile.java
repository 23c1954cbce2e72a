package dev.muster.contacts;

import java.io.IOException;
import java.io.InputStream;

/** A CSV file of contacts: its name as the user typed it, and its bytes, which may be read more than once. */
public record ContactFile(String name, Content content) {
    /** Where the bytes come from. */
    public interface Content {
        /** The bytes from their beginning; the caller closes them. */
        InputStream open() throws IOException;
    }
}
