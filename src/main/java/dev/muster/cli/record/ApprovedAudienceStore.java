package dev.muster.cli.record;

import dev.muster.audience.AudienceSketch;
import dev.muster.cli.command.OutputFile;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.KeyedHash;
import dev.muster.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom each campaign was approved for, as this machine knows it from its own applies: a {@link AudienceSketch} beside the
 * sandbox's world, outside the lock and outside git. It is evidence for what became of a campaign and never a reason for a
 * send: where it is missing, less can be said. Where it is there and the lock has no entry, the lock was lost. {@code check}
 * tells whether it was made with the key of today.
 */
public record ApprovedAudienceStore(Path folder, KeyedHash hash) {
    public static ApprovedAudienceStore of(Path campaigns, String workspace, KeyedHash hash) {
        return new ApprovedAudienceStore(folder(campaigns, workspace), hash);
    }

    private static Path folder(Path campaigns, String workspace) {
        return campaigns.resolve(".muster").resolve(workspace + ".rosters");
    }

    /**
     * Keeps whom a campaign is sent to, as far as that is known, once its intent is recorded: from then on this file shows
     * that there must be an entry for it.
     */
    public void keep(CampaignIdentity identity, Optional<AudienceSketch> sketch) throws IOException {
        var content = Json.object().put("check", hash.check());
        sketch.ifPresent(known -> content.put("hashes", known.hashes()).put("people", known.people()));
        Files.createDirectories(folder);
        OutputFile.write(file(identity), Json.document(content));
    }

    /** Whether this machine once recorded an intent for it. */
    public boolean isWitness(CampaignIdentity identity) {
        return Files.exists(file(identity), LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes all that is kept of a workspace. */
    public static void forget(Path campaigns, String workspace) throws IOException {
        var folder = folder(campaigns, workspace);
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The people that were approved, if this machine knows them. */
    public Optional<AudienceSketch> of(CampaignIdentity identity) {
        try {
            var kept = JsonMapper.shared().readTree(Files.readString(file(identity)));
            return Optional.of(kept)
                    .filter(node -> node.path("check").asString("").equals(hash.check()))
                    .map(ApprovedAudienceStore::sketch);
        } catch (IOException | JacksonException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static AudienceSketch sketch(JsonNode kept) {
        return new AudienceSketch(
                kept.path("people").asInt(-1), kept.path("hashes").asString(""));
    }

    public Path file(CampaignIdentity identity) {
        var part = identity.part().map(name -> "." + name).orElse("");
        return folder.resolve(identity.key() + "." + identity.generation() + part + ".json");
    }
}
