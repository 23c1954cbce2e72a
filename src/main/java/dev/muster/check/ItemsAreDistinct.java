package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An item that is listed twice was often meant to be another one: the other is then missing. */
final class ItemsAreDistinct implements Check {
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
                .mapToObj(i -> KeyRule.VALUE_REPEATED.at(
                        block.at(block.key(component) + "." + i),
                        Quoted.of(String.valueOf(items.get(i))) + " is listed twice"));
    }
}
