package dev.muster.report.json;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;
import dev.muster.report.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as SARIF 2.1.0, for code scanning and editors: the rules that were broken, each with what to do, and the places
 * relative to where Muster ran. A danger that was accepted in writing is there, suppressed with its reason.
 */
public final class FindingsSarif {
    private FindingsSarif() {}

    public static String of(List<Diagnostic> findings, String version) {
        var document = Json.object()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        var run = document.putArray("runs").addObject();
        var rules = rules(findings);
        var driver = run.putObject("tool").putObject("driver").put("name", "Muster");
        driver.put("version", version);
        rules(driver.putArray("rules"), rules);
        run.put("columnKind", "utf16CodeUnits");
        var results = run.putArray("results");
        var ids = List.copyOf(rules.keySet());
        findings.forEach(finding -> result(results.addObject(), finding, ids.indexOf(finding.id())));
        return Json.document(document);
    }

    private static SortedMap<String, Rule> rules(List<Diagnostic> findings) {
        var rules = new TreeMap<String, Rule>();
        findings.forEach(finding -> rules.put(finding.id(), finding.rule()));
        return rules;
    }

    private static void rules(ArrayNode array, SortedMap<String, Rule> rules) {
        rules.forEach((id, found) -> {
            var rule = array.addObject().put("id", id).put("name", name(id));
            rule.putObject("shortDescription").put("text", words(id));
            rule.putObject("fullDescription").put("text", found.means());
            rule.putObject("help").put("text", found.mend());
            rule.putObject("defaultConfiguration").put("level", level(found.severity()));
        });
    }

    private static void result(ObjectNode result, Diagnostic finding, int rule) {
        result.put("ruleId", finding.id()).put("ruleIndex", rule).put("level", level(finding.severity()));
        var help = finding.help().map(text -> "\n" + text).orElse("");
        result.putObject("message").put("text", finding.message() + help);
        var place = finding.place();
        var locations = result.putArray("locations");
        if (!place.file().isEmpty()) {
            var physical = locations.addObject().putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(place.file()));
            physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
        }
        finding.acknowledged()
                .ifPresent(reason -> result.putArray("suppressions")
                        .addObject()
                        .put("kind", "inSource")
                        .put("justification", reason));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case NOTE -> "note";
            case WARNING -> "warning";
            case DANGER, ERROR -> "error";
        };
    }

    /** {@code audience/no-selector} as {@code AudienceNoSelector}. */
    private static String name(String id) {
        var name = new StringBuilder();
        for (var word : id.split("[/-]", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    /** {@code audience/no-selector} as {@code audience: no selector}. */
    private static String words(String id) {
        return id.replace("/", ": ").replace('-', ' ');
    }

    /** A path as a URI reference; whatever has a meaning in one is written in per cent. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }
}
