package dev.muster.definition;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.KeyRule;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.YamlRule;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Text to {@link Node}s: the only class that knows SnakeYAML. It accepts the part of YAML that a reviewer can read without
 * surprises: one document, text keys that are written once, no tags, no anchors, no merge keys, twelve levels.
 */
final class YamlComposer {
    static final int DEEPEST = 12;
    private static final Set<Tag> HARMLESS_TAGS = Set.of(Tag.STR, Tag.MAP, Tag.SEQ);

    private static final Pattern ALIAS = Pattern.compile("(?<![^\\s\\[{,])\\*[^\\s\\[\\]{},]");

    private final Lines lines;
    private final FirstFindings findings = new FirstFindings();

    private YamlComposer(Lines lines) {
        this.lines = lines;
    }

    /** The document's root, or the reason why there is none. */
    static Checked<Node> compose(Lines lines) {
        return new YamlComposer(lines).compose();
    }

    private Checked<Node> compose() {
        try {
            var root = Optional.ofNullable(strict().compose(new StringReader(lines.withoutUnsafe())));
            if (root.isEmpty()) {
                error(YamlRule.EMPTY, lines.at(0, 0), "the file is empty", "write a definition, or delete the file");
            }
            var node = root.map(this::node);
            return new Checked<>(node, findings.list());
        } catch (MarkedYAMLException e) {
            var mark = Optional.ofNullable(e.getProblemMark());
            refuse(String.valueOf(e.getProblem()), mark.map(m -> lines.at(m.getLine(), m.getColumn())));
        } catch (RuntimeException e) {
            // SnakeYAML lets other exceptions through on hostile input, so all of them end here as a finding.
            refuse(String.valueOf(e.getMessage()), Optional.empty());
        }
        return Checked.failed(findings.list());
    }

    private static Yaml strict() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(DefinitionFiles.LARGEST_FILE);
        options.setAllowRecursiveKeys(false);
        options.setProcessComments(false);
        var dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new PlainText());
    }

    /** Knows no implicit types: {@code no}, {@code 010} and {@code 2025-13-45} stay the text that they are. */
    private static final class PlainText extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node) {
        var place = at(node);
        refuseTag(node, place);
        if (node.getAnchor() != null) {
            error(YamlRule.ANCHOR, place, "anchors and aliases are not used here", "write the value out in full");
        }
        if (node instanceof SequenceNode sequence) {
            return new Node.Items(sequence.getValue().stream().map(this::node).toList(), place);
        }
        if (node instanceof MappingNode mapping) {
            return new Node.Mapping(entries(mapping), place);
        }
        var scalar = (ScalarNode) node;
        return new Node.Scalar(scalar.getValue(), scalar.isPlain(), place, written(scalar));
    }

    private List<Node.Entry> entries(MappingNode mapping) {
        var entries = new ArrayList<Node.Entry>();
        var seen = new HashMap<String, Place>();
        mapping.getValue().forEach(tuple -> {
            var value = node(tuple.getValueNode());
            key(tuple, seen).map(key -> new Node.Entry(key, value)).ifPresent(entries::add);
        });
        return entries;
    }

    private Optional<Node.Scalar> key(NodeTuple tuple, Map<String, Place> seen) {
        if (!(node(tuple.getKeyNode()) instanceof Node.Scalar key)) {
            error(
                    YamlRule.KEY,
                    at(tuple.getKeyNode()),
                    "a key is one word, not a list or a block",
                    "write `key: value`");
            return Optional.empty();
        }
        if (key.plain() && key.text().equals("<<")) {
            error(YamlRule.MERGE_KEY, key.place(), "merge keys are not used here", "write the keys out in full");
            return Optional.empty();
        }
        // two keys that no reader can tell apart are one key twice
        var first = seen.putIfAbsent(Normalizer.normalize(key.text(), Normalizer.Form.NFC), key.place());
        if (first != null) {
            error(
                    KeyRule.DUPLICATE,
                    key.place(),
                    Quoted.of(key.text()) + " was already written on line " + first.line(),
                    "keep one of the two: YAML readers disagree on which of them counts");
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private void refuseTag(org.yaml.snakeyaml.nodes.Node node, Place place) {
        if (!HARMLESS_TAGS.contains(node.getTag())) {
            refuseTag(place);
        }
    }

    private void refuseTag(Place place) {
        error(YamlRule.TAG, place, "tags such as `!name` are not used here", "remove the tag");
    }

    /** Turns what the parser says into our own rules; they tell what to write instead. */
    private void refuse(String problem, Optional<Place> where) {
        var place = where.orElseGet(() -> problem.contains("alias") ? lines.first(ALIAS) : lines.at(0, 0));
        if (problem.contains("another document")) {
            error(YamlRule.MULTIPLE_DOCUMENTS, place, "a second document starts here", "put each in a file of its own");
        } else if (problem.contains("alias")) {
            error(YamlRule.ANCHOR, place, "anchors and aliases are not used here", "write the value out in full");
        } else if (problem.contains("Nesting Depth")) {
            error(
                    YamlRule.TOO_DEEP,
                    place,
                    "more than " + DEEPEST + " levels of nesting",
                    "no definition needs so many");
        } else if (problem.contains("tag")) {
            refuseTag(place);
        } else if (problem.contains("TAB")) {
            error(YamlRule.SYNTAX, place, "a tab stands where YAML wants blanks", "indent with two blanks");
        } else {
            error(YamlRule.SYNTAX, place, "not valid YAML: " + readable(problem), help(problem));
        }
    }

    private static String readable(String problem) {
        return Characters.visible(Secrets.masked(problem.lines().findFirst().orElse("")));
    }

    private static String help(String problem) {
        return problem.contains("mapping values are not allowed")
                ? "put a value that contains `: ` in quotes, or check the indentation"
                : "check quotes, brackets and indentation here and on the line above";
    }

    private Written written(ScalarNode scalar) {
        var start = scalar.getStartMark();
        var end = scalar.getEndMark();
        return Written.between(lines, start.getLine(), start.getColumn(), end.getLine(), end.getColumn());
    }

    private Place at(org.yaml.snakeyaml.nodes.Node node) {
        return lines.at(node.getStartMark().getLine(), node.getStartMark().getColumn());
    }

    private void error(Rule rule, Place place, String message, String help) {
        findings.add(rule.at(place, message, help));
    }
}
