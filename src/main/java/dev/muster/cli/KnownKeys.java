package dev.muster.cli;

import dev.muster.definition.Nearest;
import dev.muster.lock.Lock;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The campaigns that a command can be asked about: those of the definitions, of the lock, or of both. */
record KnownKeys(TreeSet<String> keys) {
    static KnownKeys of(Collection<Campaign> campaigns, Optional<Lock> lock) {
        var defined = campaigns.stream().map(Campaign::key);
        var recorded = lock.stream()
                .flatMap(record -> record.entries().keySet().stream().map(CampaignIdentity::key));
        return new KnownKeys(Stream.concat(defined, recorded)
                .map(CampaignKey::value)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    void require(Collection<CampaignKey> asked) {
        asked.stream().filter(key -> !keys.contains(key.value())).findFirst().ifPresent(key -> {
            throw unknown(key);
        });
    }

    /** That there is no such campaign, and which one may be meant: one that is nearly the same, or begins or ends like it. */
    UsageException unknown(CampaignKey asked) {
        var near = Nearest.to(asked.value(), keys)
                .or(() ->
                        keys.stream().filter(key -> isPart(asked.value(), key)).findFirst())
                .map(key -> "; did you mean \"" + key + "\"?")
                .orElse("");
        return new UsageException("there is no campaign \"" + asked + "\"" + near);
    }

    private static boolean isPart(String asked, String key) {
        return key.startsWith(asked) || key.endsWith(asked);
    }
}
