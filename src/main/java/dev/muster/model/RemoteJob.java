package dev.muster.model;

import java.time.Instant;
import java.util.Optional;

/** A job as SeaX reports it. {@code resource} names what it works on; that this is a campaign's id is nowhere promised. */
public record RemoteJob(String id, String status, Optional<String> resource, Optional<Instant> enqueuedAt) {}
