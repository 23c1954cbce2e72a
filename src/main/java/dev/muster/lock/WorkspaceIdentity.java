package dev.muster.lock;

/** Which workspace a lock belongs to. A lock is never used for another one. */
public record WorkspaceIdentity(String name, String workspaceId, String baseUrl) {
    /** Whether both are one workspace of SeaX; its name here is only what people call it. */
    boolean isSameAs(WorkspaceIdentity other) {
        return workspaceId.equals(other.workspaceId) && baseUrl.equals(other.baseUrl);
    }
}
