package dev.muster.lock;

/** Which workspace a lock belongs to. A lock is never used for another one. */
public record WorkspaceIdentity(String name, String workspaceId, String baseUrl) {
    /** In place of a URL, for the workspace that runs inside the program. */
    public static final String SANDBOX = "sandbox";

    public boolean isSandbox() {
        return baseUrl.equals(SANDBOX);
    }

    /** Its id, and where it is. */
    public String called() {
        return workspaceId + " at " + baseUrl;
    }

    /** Whether both are one workspace of SeaX; its name here is only what people call it. */
    public boolean isSameAs(WorkspaceIdentity other) {
        return workspaceId.equals(other.workspaceId) && baseUrl.equals(other.baseUrl);
    }
}
