package dev.muster.sandbox;

import java.time.Instant;

/** One message to one person, outside any campaign. */
record SingleMessage(String uuid, String from, String to, String message, Instant sent) {}
