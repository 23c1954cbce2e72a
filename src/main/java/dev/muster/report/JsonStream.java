package dev.muster.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as {@link Json#document} writes it, member by member, so that one of any size is never held as a whole. What
 * is not brought to its {@link #end} is no JSON, and nobody takes it for the whole.
 */
public final class JsonStream {
    private final JsonGenerator generator;

    /** Into a writer that is left open; when it fails, {@link UncheckedIOException}. */
    public JsonStream(Writer out) {
        generator = Json.generator(new EscapedLines(out));
        generator.writeStartObject();
    }

    /** All members of a node. */
    public JsonStream members(ObjectNode node) {
        node.properties().forEach(member -> generator.writeName(member.getKey()).writeTree(member.getValue()));
        return this;
    }

    /** One member, a list whose elements are made as they are written. */
    public JsonStream list(String name, Stream<ObjectNode> elements) {
        generator.writeName(name).writeStartArray();
        elements.forEach(generator::writeTree);
        generator.writeEndArray();
        return this;
    }

    public void end() {
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.close();
    }

    /** Hands on whole lines: no text goes over the end of one, so what is to be escaped is never cut in two. */
    private static final class EscapedLines extends Writer {
        private final Writer out;
        private final StringBuilder begun = new StringBuilder();

        EscapedLines(Writer out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            begun.append(characters, offset, length);
            handOn(begun.lastIndexOf("\n") + 1);
        }

        private void handOn(int length) {
            if (length > 0) {
                try {
                    out.write(Json.escaped(begun.substring(0, length)));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                begun.delete(0, length);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            handOn(begun.length());
        }
    }
}
