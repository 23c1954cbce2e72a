package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition.Header;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template's header is a picture, a video, a document or text. Of two, one would never be seen. */
public final class HeaderIsOneThing {
    private static final List<String> KEYS = List.of("image", "video", "document", "text");

    private HeaderIsOneThing() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Header.class)
                .filter(header -> KEYS.stream().allMatch(header::isBound))
                .flatMap(HeaderIsOneThing::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<Header> header) {
        var written = KEYS.stream().filter(key -> isWritten(header, key)).toList();
        if (written.size() != 1) {
            return Stream.of(MessageRule.HEADER.at(
                    header.place(),
                    written.isEmpty()
                            ? "the header has nothing to show"
                            : "the header has "
                                    + written.stream()
                                            .map(key -> "`" + key + "`")
                                            .collect(Collectors.joining(" and "))));
        }
        return isWritten(header, "filename") && !written.contains("document")
                ? Stream.of(MessageRule.HEADER.at(
                        header.at("filename"),
                        "only a document has a `filename`",
                        "remove `filename`, or write `document` in place of `" + written.get(0) + "`"))
                : Stream.empty();
    }

    private static boolean isWritten(Block<Header> header, String key) {
        return header.part(key, Object.class).isPresent();
    }
}
