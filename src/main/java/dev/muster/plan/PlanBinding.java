package dev.muster.plan;

import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What a review approves, and nothing that a review does not see: the workspace, the state of the lock, the policy it was
 * judged by, and for each campaign the exact request and how many people it reaches. {@code lineage} is absent while there is
 * no lock.
 */
public record PlanBinding(
        WorkspaceIdentity workspace, Optional<String> lineage, long serial, Sha256 policy, List<Send> sends) {
    public PlanBinding {
        sends = List.copyOf(sends);
    }

    /** One send: who it is, what is posted, and how many messages to how many people that is. */
    public record Send(CampaignIdentity identity, Marker marker, Sha256 payload, int people, int messages) {
        /** Whether the other would post the very same request. */
        public boolean isSameRequest(Send other) {
            return identity.equals(other.identity) && marker.equals(other.marker) && payload.equals(other.payload);
        }
    }

    /** The one value that binds a review to an apply. */
    public Sha256 digest() {
        var text = new StringBuilder("muster plan 2\n");
        line(text, workspace.name(), workspace.workspaceId(), workspace.baseUrl());
        line(text, lineage.orElse("none"), serial);
        line(text, policy);
        sends.forEach(
                send -> line(text, send.identity(), send.marker(), send.payload(), send.people(), send.messages()));
        return Sha256.of(text.toString());
    }

    public long messages() {
        return sends.stream().mapToLong(Send::messages).sum();
    }

    /** Each value behind its length, so that no two different bindings are written the same. */
    private static void line(StringBuilder text, Object... values) {
        for (var value : values) {
            var word = value.toString();
            text.append(word.length()).append(':').append(word).append(' ');
        }
        text.append('\n');
    }
}
