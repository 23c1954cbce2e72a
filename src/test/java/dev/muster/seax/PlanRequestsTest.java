package dev.muster.seax;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Places;
import dev.muster.resolve.Reach;
import dev.muster.resolve.Resolver;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan asks SeaX for: with many contacts, hardly more than their pages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanRequestsTest {
    private static final int CONTACTS = 20_000;
    private static final int PAGE = 999; // a page begins with the last row of the one before

    @TempDir
    Path folder;

    @Test
    void a_plan_asks_for_each_page_once_and_for_thirteen_things_more() {
        var firstDay = new InitialState(Instant.parse("2026-11-30T09:00:00Z"), CONTACTS);
        try (var sandbox = Sandbox.start(folder, firstDay, SandboxOptions.standard(), 0)) {
            int suppressed = resolve(sandbox);

            var asked = new TreeMap<>(sandbox.requests().stream()
                    .map(request -> request.target().replaceFirst("^.*/workspace/[^/]+/", ""))
                    .collect(groupingBy(PlanRequestsTest::what, counting())));
            assertThat(asked)
                    .isEqualTo(new TreeMap<>(Map.of(
                            "all contacts", pages(CONTACTS),
                            "carriers", pages(suppressed),
                            "labels", 3L,
                            "made-up label", 1L,
                            "counted audience", 1L,
                            "senders", 3L,
                            "templates", 2L,
                            "campaigns", 2L,
                            "jobs", 1L)));
        }
    }

    private static int resolve(Sandbox sandbox) {
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        var policy = ApplyHarness.excluding("DNC", "unsubscribed");
        var campaigns = List.of(
                Definition.of("a/1").all("whatsapp_opt_in").from("Sales Line").campaign());
        try (var workspace = SeaxConnector.workspace(endpoint, name -> null, duration -> {}, new Random(1))) {
            var resolution =
                    Resolver.resolve(campaigns, workspace, ApplyHarness.SETTINGS, policy, new Places(Map.of()));
            var reach = resolution
                    .campaigns()
                    .values()
                    .iterator()
                    .next()
                    .value()
                    .orElseThrow()
                    .reach();
            assertThat(((Reach.Known) reach).messages()).isGreaterThan(CONTACTS / 2);
            return resolution.suppression().labels().stream()
                    .mapToInt(label -> label.count().orElseThrow())
                    .sum();
        }
    }

    private static long pages(int rows) {
        return (rows - 2L) / PAGE + 1;
    }

    private static String what(String target) {
        if (!target.startsWith("contacts")) {
            return switch (target.replaceFirst("[/?].*", "")) {
                case "contact_labels" -> "labels";
                case "phones" -> "senders";
                case "whatsapp_business_platform_templates" -> "templates";
                default -> target.replaceFirst("[/?].*", "");
            };
        }
        if (target.contains("whatsapp_phone_only")) {
            return "counted audience";
        }
        if (!target.contains("any_contact_label_ids")) {
            return "all contacts";
        }
        return target.contains("limit=1&") || target.endsWith("limit=1") ? "made-up label" : "carriers";
    }
}
