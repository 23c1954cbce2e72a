package dev.muster.lock.format;

import dev.muster.lock.LockErrors;
import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** A text of the record, read to its end or refused. */
final class RecordText {
    private RecordText() {}

    /** Reads a text; whatever is wrong with it becomes a refusal with its line and column in {@code file}. */
    static <T> T read(String file, JsonCursor cursor, Function<JsonCursor, T> read) {
        try (cursor) {
            return read.apply(cursor);
        } catch (JacksonException e) {
            throw LockErrors.damaged(at(file, cursor), e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw LockErrors.damaged(at(file, cursor), String.valueOf(e.getMessage()));
        }
    }

    private static String at(String file, JsonCursor cursor) {
        var location = cursor.location();
        return file + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }
}
