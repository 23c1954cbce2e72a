package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Block;
import dev.muster.definition.CampaignDefinition;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Policy;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A label's name in one of the places where people write one. */
record WrittenLabel(String name, Place place) {
    /** All label names of a folder, in the order of files. */
    static Stream<WrittenLabel> in(Documents documents) {
        return documents.all().flatMap(document -> document.blocks().stream()).flatMap(WrittenLabel::in);
    }

    private static Stream<WrittenLabel> in(Block<?> block) {
        if (block.type() == Workspace.class) {
            return block.part("labels", Map.class).stream().flatMap(labels -> names(block, labels));
        }
        return components(block.type()).stream().flatMap(component -> items(block, component));
    }

    private static List<String> components(Class<?> type) {
        if (type == AudienceDefinition.class) {
            return List.of("any", "all", "exclude");
        } else if (type == CampaignDefinition.class) {
            return List.of("attachLabels");
        }
        return type == Policy.class ? List.of("alwaysExclude", "requireOptIn") : List.of();
    }

    private static Stream<WrittenLabel> items(Block<?> block, String component) {
        var names = block.texts(component).orElse(List.of());
        return IntStream.range(0, names.size())
                .mapToObj(i -> new WrittenLabel(names.get(i), block.at(block.key(component) + "." + i)));
    }

    private static Stream<WrittenLabel> names(Block<?> block, Map<?, ?> labels) {
        return labels.keySet().stream()
                .map(String::valueOf)
                .sorted()
                .map(name -> new WrittenLabel(name, block.at("labels." + name)));
    }
}
