package dev.muster.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All documents of a folder, found by kind and key. When a file could not be read at all, {@code complete} is false, and
 * nobody may claim that something is missing: it may be in that file.
 */
public final class Documents {
    private final List<Document> all;
    private final boolean complete;
    private final Optional<Document> project;
    private final Map<Kind, Map<String, Document>> byKey = new HashMap<>();

    public Documents(List<Document> all, boolean complete) {
        this.all = List.copyOf(all);
        this.complete = complete;
        this.project = of(Kind.PROJECT).findFirst();
        all.forEach(document -> document.key()
                .ifPresent(key -> byKey.computeIfAbsent(document.kind(), k -> new HashMap<>())
                        .putIfAbsent(key, document)));
    }

    public boolean complete() {
        return complete;
    }

    /** In the order of their files. */
    public Stream<Document> of(Kind kind) {
        return all.stream().filter(document -> document.kind() == kind);
    }

    public Stream<Document> all() {
        return all.stream();
    }

    public <T extends Record> Stream<Block<T>> blocks(Class<T> type) {
        return all.stream().flatMap(document -> document.blocks(type));
    }

    /** The document of a key; the first in the order of files, should there be two. */
    public Optional<Document> find(Kind kind, String key) {
        return Optional.ofNullable(byKey.getOrDefault(kind, Map.of()).get(key));
    }

    public List<String> keys(Kind kind) {
        return byKey.getOrDefault(kind, Map.of()).keySet().stream().sorted().toList();
    }

    /** The project, if there is one; the first in the order of files, should there be two. */
    public Optional<Block<ProjectDefinition>> project() {
        return inProject(ProjectDefinition.class);
    }

    /** A block of the project that stands there once, such as its policy. */
    public <T extends Record> Optional<Block<T>> inProject(Class<T> type) {
        return project.flatMap(document -> document.blocks(type).findFirst());
    }

    /**
     * The block that a campaign's part is: the one written in place, or that of the document it names. Empty when it
     * names none, or says {@code immediately}.
     */
    public <T extends Record> Optional<Block<T>> part(Document campaign, Kind kind, Class<T> type) {
        return campaign.blocks(type)
                .findFirst()
                .or(() -> reference(campaign, kind)
                        .flatMap(to -> find(kind, to.key()))
                        .flatMap(document -> document.blocks(type).findFirst()));
    }

    /** The key by which a campaign names its audience, message or schedule, if it names one. */
    public static Optional<InlineOrKey.To<?>> reference(Document campaign, Kind kind) {
        return campaign.root()
                .part(kind.word(), InlineOrKey.class)
                .flatMap(ref -> ref instanceof InlineOrKey.To<?> to ? Optional.of(to) : Optional.empty());
    }
}
