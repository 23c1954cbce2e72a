package dev.muster.definition;

import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of definitions: its kind, its key unless that could not be read, and all blocks in it, the first being the
 * document itself. Paths of places begin with the kind: {@code campaign.audience.any}.
 */
public record Document(Kind kind, Optional<String> key, List<Block<?>> blocks, Places places) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    public Place place() {
        return places.of(kind.word());
    }

    public Place keyPlace() {
        return places.of(kind.word() + ".key");
    }

    public Block<?> root() {
        return blocks.get(0);
    }

    /** All blocks of a type, at any depth, the document itself included. */
    @SuppressWarnings("unchecked") // the type of a block is the type it was bound to
    public <T extends Record> Stream<Block<T>> blocks(Class<T> type) {
        return blocks.stream().filter(block -> block.type() == type).map(block -> (Block<T>) block);
    }
}
