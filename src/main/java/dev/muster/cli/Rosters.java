package dev.muster.cli;

import dev.muster.audience.Sketch;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.KeyedHash;
import dev.muster.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom each campaign was approved for, as this machine knows it from its own applies: a {@link Sketch} beside the sandbox's
 * world, outside the lock and outside git. It is evidence for what became of a campaign and never a reason for a send: where
 * it is missing, less can be said. {@code check} tells whether it was made with the key of today.
 */
record Rosters(Path folder, KeyedHash hash) {
    private static final String CHECKED = "made with this key";

    static Rosters of(Path campaigns, String workspace, KeyedHash hash) {
        return new Rosters(campaigns.resolve(".muster").resolve(workspace + ".rosters"), hash);
    }

    void keep(SortedMap<CampaignIdentity, Sketch> sketches) throws IOException {
        for (var each : sketches.entrySet()) {
            var sketch = each.getValue();
            var text = Json.document(Json.object()
                    .put("check", check())
                    .put("hashes", sketch.hashes())
                    .put("people", sketch.people()));
            Files.createDirectories(folder);
            OutputFile.write(file(each.getKey()), text);
        }
    }

    /** The people that were approved, if this machine knows them. */
    Optional<Sketch> of(CampaignIdentity identity) {
        try {
            var kept = JsonMapper.shared().readTree(Files.readString(file(identity)));
            return Optional.of(kept)
                    .filter(node -> node.path("check").asString("").equals(check()))
                    .map(Rosters::sketch);
        } catch (IOException | JacksonException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Sketch sketch(JsonNode kept) {
        return new Sketch(kept.path("people").asInt(-1), kept.path("hashes").asString(""));
    }

    private String check() {
        return Long.toHexString(hash.of(CHECKED));
    }

    private Path file(CampaignIdentity identity) {
        return folder.resolve(identity.key() + "." + identity.generation() + ".json");
    }
}
