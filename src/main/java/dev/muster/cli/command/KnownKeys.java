package dev.muster.cli.command;

import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.Lock;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The campaigns that a command can be asked about: those of the definitions, of the lock, or of both. */
public record KnownKeys(TreeSet<String> keys) {
    public static KnownKeys of(Collection<Campaign> campaigns, Optional<Lock> lock) {
        var defined = campaigns.stream().map(Campaign::key);
        var recorded = lock.stream()
                .flatMap(record -> record.entries().keySet().stream().map(CampaignIdentity::key));
        return new KnownKeys(Stream.concat(defined, recorded)
                .map(CampaignKey::value)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    public void require(Collection<CampaignKey> asked) {
        firstUnknown(asked).ifPresent(key -> {
            throw unknown(key);
        });
    }

    /** The same while files have errors, which may hold the campaign: then nobody knows whether there is one. */
    public void require(Collection<CampaignKey> asked, List<Diagnostic> errors, Console console) {
        var missing = firstUnknown(asked);
        if (missing.isPresent() && !errors.isEmpty()) {
            console.complain(
                    "Whether there is a campaign \"" + missing.get() + "\" is not known. Correct these files first"
                            + near(missing.get())
                                    .map(key -> ", unless you mean \"" + key + "\"")
                                    .orElse("") + ":");
            throw new InvalidDefinitionsException(errors);
        }
        require(asked);
    }

    private Optional<CampaignKey> firstUnknown(Collection<CampaignKey> asked) {
        return asked.stream().filter(key -> !keys.contains(key.value())).findFirst();
    }

    /** That there is no such campaign, and which one may be meant: one that is nearly the same, or begins or ends like it. */
    public UsageException unknown(CampaignKey asked) {
        return new UsageException("there is no campaign \"" + asked + "\""
                + near(asked).map(key -> "; did you mean \"" + key + "\"?").orElse(""));
    }

    private Optional<String> near(CampaignKey asked) {
        return Suggestions.to(asked.value(), keys)
                .or(() ->
                        keys.stream().filter(key -> isPart(asked.value(), key)).findFirst());
    }

    private static boolean isPart(String asked, String key) {
        return key.startsWith(asked) || key.endsWith(asked);
    }
}
