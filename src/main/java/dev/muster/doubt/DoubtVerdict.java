package dev.muster.doubt;

import dev.muster.model.RemoteCampaign;
import java.time.Instant;
import java.util.List;

/** What the evidence makes of a send whose outcome is unknown: the one decision that every command shows or carries out. */
public sealed interface DoubtVerdict {

    /** The run that made the attempt may still be at it until then: nothing is recorded, whatever SeaX shows. */
    record Held(Instant until) implements DoubtVerdict {}

    /** It was sent, as this campaign; {@code anomalies} is what is not as it was asked for, and what people must know. */
    record Sent(RemoteCampaign campaign, List<String> anomalies) implements DoubtVerdict {
        public Sent {
            anomalies = List.copyOf(anomalies);
        }
    }

    /** Nobody knows; {@code contradictions} is why what bears the marker proves nothing. */
    record Unknown(List<String> contradictions) implements DoubtVerdict {
        public Unknown {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** Whether a look records that it was sent, and there is nothing that people must see to. */
    default boolean isProved() {
        return this instanceof Sent sent && sent.anomalies().isEmpty();
    }
}
