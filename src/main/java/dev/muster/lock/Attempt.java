package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send one campaign, as it was decided before the post. {@code nonce} is unique to the attempt. After
 * {@code notAfter} the run that made it must not post any more. An adopted campaign, which Muster did not post, has
 * neither payload nor plan, and nobody knows whom it was posted to.
 */
public record Attempt(
        CampaignIdentity identity,
        Marker marker,
        Fingerprint fingerprint,
        Optional<Sha256> payload,
        Optional<Sha256> plan,
        String nonce,
        RunIdentity run,
        Instant at,
        Instant notAfter,
        AudienceCounts audience,
        Optional<RequestSummary> posted) {}
