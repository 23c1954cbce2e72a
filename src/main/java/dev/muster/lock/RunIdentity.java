package dev.muster.lock;

import java.util.Optional;

/** Which run of Muster acts, for people who read the record later. {@code commit} is the git commit of the folder. */
public record RunIdentity(String id, String actor, String toolVersion, Optional<String> commit) {}
