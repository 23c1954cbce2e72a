package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.AudienceDefinition.Expect;
import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows {@code extends}: an audience together with all it is built on. Lists are united, its own items first;
 * {@code expect} is that of the nearest audience that has one. Each item keeps the place where it was written.
 */
record Inheritance(Documents documents) {
    private static final Map<String, String> LISTS = lists();

    /** The united audience; empty when a base is missing or the chain has no end, which other rules report. */
    Optional<Block<AudienceDefinition>> united(Block<AudienceDefinition> own) {
        if (own.part("base", String.class).isEmpty()) {
            return Optional.of(own);
        }
        return chain(own).map(Inheritance::unite);
    }

    /** The united audience of a campaign. */
    Optional<Block<AudienceDefinition>> of(Document campaign) {
        return documents.part(campaign, Kind.AUDIENCE, AudienceDefinition.class).flatMap(this::united);
    }

    private Optional<List<Block<AudienceDefinition>>> chain(Block<AudienceDefinition> own) {
        var chain = new ArrayList<Block<AudienceDefinition>>(List.of(own));
        var seen = new ArrayList<String>();
        var base = own.part("base", String.class);
        while (base.isPresent()) {
            var next = base.filter(key -> !seen.contains(key))
                    .flatMap(key -> documents.find(Kind.AUDIENCE, key))
                    .flatMap(document ->
                            document.blocks(AudienceDefinition.class).findFirst());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            base.ifPresent(seen::add);
            chain.add(next.orElseThrow());
            base = next.flatMap(block -> block.part("base", String.class));
        }
        return Optional.of(chain);
    }

    private static Block<AudienceDefinition> unite(List<Block<AudienceDefinition>> chain) {
        var own = chain.get(0);
        var places = new HashMap<>(own.placesAs(own.path()));
        var parts = new HashMap<String, Object>(Map.of("base", own.part("base", String.class)));
        LISTS.forEach((component, key) -> items(chain, component, own.path() + "." + key, places)
                .ifPresent(items -> parts.put(component, items)));
        if (own.isBound("expect")) {
            parts.put("expect", expect(chain, places));
        }
        return new Block<>(own.type(), own.path(), parts, whole(chain, parts), new Places(places));
    }

    /** The items of all audiences of the chain, unless one of them could not be bound: then nobody knows them. */
    private static Optional<List<String>> items(
            List<Block<AudienceDefinition>> chain, String component, String path, Map<String, Place> places) {
        var items = new LinkedHashMap<String, Place>();
        for (var block : chain) {
            var texts = block.texts(component);
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            var key = block.key(component);
            for (int i = 0; i < texts.orElseThrow().size(); i++) {
                items.putIfAbsent(texts.orElseThrow().get(i), block.at(key + "." + i));
            }
        }
        int index = 0;
        for (var place : items.values()) {
            places.put(path + "." + index++, place);
            places.putIfAbsent(path, place);
        }
        return Optional.of(List.copyOf(items.keySet()));
    }

    private static Optional<Expect> expect(List<Block<AudienceDefinition>> chain, Map<String, Place> places) {
        var nearest = chain.stream()
                .filter(block -> block.part("expect", Expect.class).isPresent())
                .findFirst();
        nearest.ifPresent(block -> places.putIfAbsent(chain.get(0).path() + ".expect", block.at("expect")));
        return nearest.flatMap(block -> block.part("expect", Expect.class));
    }

    private static Optional<AudienceDefinition> whole(
            List<Block<AudienceDefinition>> chain, Map<String, Object> parts) {
        if (chain.stream().anyMatch(block -> block.whole().isEmpty())) {
            return Optional.empty();
        }
        var own = chain.get(0);
        var united = new Block<>(own.type(), own.path(), parts, Optional.empty(), own.places());
        return Optional.of(new AudienceDefinition(
                own.part("base", String.class),
                united.texts("any").orElseThrow(),
                united.texts("all").orElseThrow(),
                united.texts("exclude").orElseThrow(),
                united.texts("excludeContacts").orElseThrow(),
                united.part("expect", Expect.class)));
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        Stream.of("any", "all", "exclude").forEach(name -> lists.put(name, name));
        lists.put("excludeContacts", "exclude_contacts");
        return lists;
    }
}
