package dev.muster.lock;

import dev.muster.model.RemoteId;
import java.util.Optional;
import java.util.OptionalInt;

/** What SeaX said of a campaign when it took it. {@code targetCount} is how many contacts it said it would message. */
public record RemoteReference(RemoteId id, Optional<String> jobId, Optional<String> status, OptionalInt targetCount) {}
