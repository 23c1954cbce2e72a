package dev.muster.lock;

/** Which workspace a lock belongs to. A lock is never used for another one. */
public record WorkspaceIdentity(String name, String workspaceId, String baseUrl) {}
