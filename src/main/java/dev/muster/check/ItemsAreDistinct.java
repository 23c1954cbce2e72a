package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An item that is listed twice was often meant to be another one: the other is then missing. */
final class ItemsAreDistinct implements Rule {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .all()
                .flatMap(document -> document.blocks().stream())
                .flatMap(block -> block.parts().keySet().stream().flatMap(component -> repeated(block, component)))
                .toList();
    }

    private static Stream<Diagnostic> repeated(Block<?> block, String component) {
        if (!(block.parts().get(component) instanceof List<?> items)) {
            return Stream.empty();
        }
        return IntStream.range(0, items.size())
                .filter(i -> items.indexOf(items.get(i)) < i)
                .mapToObj(i -> Diagnostic.of(
                        Severity.WARNING,
                        "value/repeated",
                        block.at(block.key(component) + "." + i),
                        Quoted.of(String.valueOf(items.get(i))) + " is listed twice",
                        "remove one of the two, or write the one that was meant"));
    }
}
