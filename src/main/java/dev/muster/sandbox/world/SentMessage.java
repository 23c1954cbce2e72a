package dev.muster.sandbox.world;

import java.time.Instant;

/** One message to one person, outside any campaign. */
public record SentMessage(String uuid, String from, String to, String message, Instant sent) {}
