package dev.muster.definition;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.YamlRule;
import dev.muster.model.ParallelMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/** YAML text to documents with the place of every node. A document with mistakes is returned as far as it was bound. */
public final class DefinitionReader {
    private static final String POLICY = "policy";

    private final ConcurrentMap<Class<?>, RecordSchema<?>> shapes = Binder.noShapes();
    private final Optional<SourceFile> lawgiver;

    /** Takes every file as it is written. */
    public DefinitionReader() {
        this(Optional.empty());
    }

    /** Takes the policy not from the project file among those it reads, but from this one, with its places. */
    public static DefinitionReader withPolicyOf(SourceFile project) {
        return new DefinitionReader(Optional.of(project));
    }

    private DefinitionReader(Optional<SourceFile> lawgiver) {
        this.lawgiver = lawgiver;
    }

    /** Reads every definition below a folder; a file of which nothing could be understood makes the result incomplete. */
    public Checked<Documents> readAll(Path folder, Path shown) {
        return together(DefinitionFiles.each(folder, shown, this::read));
    }

    /** The same of files that were read already. */
    public Checked<Documents> readAll(Checked<List<SourceFile>> files) {
        var read = files.value().map(all -> ParallelMap.map(all, this::read));
        return together(new Checked<>(read, files.diagnostics()));
    }

    private static Checked<Documents> together(Checked<List<Checked<Document>>> files) {
        var read = files.value().orElse(List.of());
        var findings = new ArrayList<>(files.diagnostics());
        read.forEach(file -> findings.addAll(file.diagnostics()));
        var documents = read.stream().flatMap(file -> file.value().stream()).toList();
        boolean complete = !files.stops() && documents.size() == read.size();
        return Checked.of(new Documents(documents, complete), findings);
    }

    /** One file; any number of threads may read at once. */
    public Checked<Document> read(SourceFile file) {
        if (file.text().length() > DefinitionFiles.LARGEST_FILE) {
            return Checked.failed(List.of(YamlRule.TOO_LARGE.at(
                    Place.of(file.path()), "larger than 256 KiB", "one file holds one definition: split it")));
        }
        var lines = Lines.of(file);
        var findings = new ArrayList<>(lines.findings());
        var root = YamlComposer.compose(lines);
        findings.addAll(root.diagnostics());
        var document = root.value().flatMap(node -> document(node, findings));
        return new Checked<>(document, findings);
    }

    private Optional<Document> document(Node root, List<Diagnostic> findings) {
        if (!(root instanceof Node.Mapping mapping)) {
            findings.add(KeyRule.VALUE_TYPE.at(
                    root.place(),
                    "a definition is a block of keys, not " + root.noun(),
                    "begin with `kind: campaign`"));
            return Optional.empty();
        }
        return kind(mapping, findings)
                .map(kind -> document(kind, kind == Kind.PROJECT ? judged(mapping) : mapping, findings));
    }

    private Node.Mapping judged(Node.Mapping project) {
        return lawgiver.map(file -> project.with(POLICY, policy(file))).orElse(project);
    }

    private static Optional<Node.Entry> policy(SourceFile project) {
        return YamlComposer.compose(Lines.of(project))
                .value()
                .flatMap(root -> root instanceof Node.Mapping mapping ? mapping.entry(POLICY) : Optional.empty());
    }

    private static Optional<Kind> kind(Node.Mapping root, List<Diagnostic> findings) {
        var kinds = String.join(", ", Kind.words());
        var entry = root.entry("kind");
        if (entry.isEmpty()) {
            findings.add(KeyRule.MISSING.at(
                    root.place(), "the file needs the key `kind`", "begin with `kind:` and one of " + kinds));
            return Optional.empty();
        }
        var value = entry.orElseThrow().value();
        var word = value instanceof Node.Scalar scalar ? scalar.text() : value.noun();
        var kind = Kind.of(word);
        if (kind.isEmpty()) {
            findings.add(KeyRule.KIND_UNKNOWN.at(
                    value.place(),
                    "there is no kind " + Quoted.of(word),
                    Suggestions.to(word, Kind.words())
                            .map(nearest -> "did you mean `" + nearest + "`?")
                            .orElse("write one of " + kinds)));
        }
        return kind;
    }

    private Document document(Kind kind, Node.Mapping root, List<Diagnostic> findings) {
        var binder = new Binder(shapes);
        var envelope = kind.hasKey() ? Set.of("kind", "key") : Set.of("kind");
        binder.bind(root.without(envelope), kind.type(), kind.word(), root.place());
        var key = kind.hasKey() ? key(kind, root, binder, findings) : Optional.<String>empty();
        findings.addAll(binder.findings());
        var places = binder.places();
        return new Document(kind, key, binder.blocks(places), places);
    }

    private static Optional<String> key(Kind kind, Node.Mapping root, Binder binder, List<Diagnostic> findings) {
        var entry = root.entry("key");
        if (entry.isEmpty()) {
            findings.add(KeyRule.MISSING.at(
                    root.place(),
                    "`" + kind.word() + "` needs the key `key`",
                    "add a name that never changes, such as `key: holiday-sale-2026`"));
        }
        return entry.flatMap(e -> binder.line(e, kind.word() + ".key"));
    }
}
