package dev.muster.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A workflow or a composite action as it is written: every scalar is a text, so that {@code on} is no truth value. */
public record Workflow(Path file, List<String> lines, Map<?, ?> root) {
    static Workflow read(Path file) throws IOException {
        return parse(file, Files.readString(file));
    }

    /** What a file holds that need not be on a disk. */
    public static Workflow parse(Path file, String text) {
        var dumper = new DumperOptions();
        var loader = new LoaderOptions();
        loader.setAllowDuplicateKeys(false);
        var yaml = new Yaml(new SafeConstructor(loader), new Representer(dumper), dumper, loader, new OnlyTexts());
        return new Workflow(file, text.lines().toList(), map(yaml.load(text)));
    }

    /** A job, or the steps of an action, which are one without a name. */
    public record Job(String name, Map<?, ?> body) {
        public List<Step> steps() {
            return list(body.get("steps")).map(step -> new Step(map(step))).toList();
        }

        public String text(String key) {
            return Workflow.text(body, key);
        }

        public Map<?, ?> permissions() {
            return map(body.get("permissions"));
        }

        boolean writes() {
            return permissions().containsValue("write");
        }

        boolean seesSecrets() {
            return body.toString().contains("secrets.");
        }
    }

    public record Step(Map<?, ?> body) {
        public String uses() {
            return text(body, "uses");
        }

        public String run() {
            return text(body, "run");
        }

        String with(String key) {
            return text(map(body.get("with")), key);
        }

        boolean always() {
            return text(body, "if").equals("always()");
        }

        /** Whether it can send a message to anybody. */
        boolean sends() {
            return (uses().endsWith("/actions/muster") && with("command").equals("apply"))
                    || run().contains("muster apply");
        }
    }

    boolean isAction() {
        return root.containsKey("runs");
    }

    public List<Job> jobs() {
        return isAction()
                ? List.of(new Job("", map(root.get("runs"))))
                : map(root.get("jobs")).entrySet().stream()
                        .map(job -> new Job(String.valueOf(job.getKey()), map(job.getValue())))
                        .toList();
    }

    /** What starts it, such as {@code pull_request}. */
    String triggers() {
        return String.valueOf(root.get("on"));
    }

    boolean runsForPullRequests() {
        return triggers().contains("pull_request");
    }

    public static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Stream<?> list(@Nullable Object node) {
        return node instanceof List<?> list ? list.stream() : Stream.of();
    }

    public static String text(Map<?, ?> node, String key) {
        return node.get(key) instanceof String text ? text : "";
    }

    private static final class OnlyTexts extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none: "on", "true" and "17" are what is written
        }
    }
}
