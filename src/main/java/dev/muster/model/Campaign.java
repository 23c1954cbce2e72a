package dev.muster.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A campaign as defined, with references followed and defaults applied, before any name is looked up in SeaX.
 * {@code acknowledged} maps a rule id to the reason why its danger is accepted; {@code waves} is empty, or two or more.
 */
public record Campaign(
        CampaignIdentity identity,
        String name,
        Optional<String> owner,
        List<SenderName> senders,
        Audience<LabelName> audience,
        Expectation expect,
        Message message,
        Schedule schedule,
        List<LabelName> attachLabels,
        Map<String, String> acknowledged,
        List<Wave> waves) {
    public Campaign {
        senders = List.copyOf(senders);
        attachLabels = List.copyOf(attachLabels);
        acknowledged = Map.copyOf(acknowledged);
        waves = List.copyOf(waves);
    }

    /**
     * One of the waves, counted from one, which are the generations of the key. How many people are expected at least is said
     * of all waves together, so it is not expected of one.
     */
    public Campaign inWave(int number) {
        return new Campaign(
                new CampaignIdentity(key(), number),
                name,
                owner,
                senders,
                waves.get(number - 1).audience(),
                new Expectation(OptionalInt.empty(), expect.atMost()),
                message,
                schedule,
                attachLabels,
                acknowledged,
                waves);
    }

    /** Whether this is a wave that may reach nobody: then the next one is sent instead. */
    public boolean mayBeEmpty() {
        int wave = identity.generation();
        return wave < waves.size() && waves.get(wave - 1).mayBeEmpty();
    }

    /** Whether its requests list numbers. */
    public boolean isByNumbers() {
        return message.byNumbers().isPresent();
    }

    public CampaignKey key() {
        return identity.key();
    }
}
