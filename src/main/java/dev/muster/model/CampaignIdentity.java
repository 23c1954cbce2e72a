package dev.muster.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One send of one campaign: its key and generation, and its part where the campaign lists numbers. Each identity is sent at
 * most once; raising the generation in YAML asks, visibly in review, for a second send of the same key. Written as
 * {@code holiday-sale-2026/1}, a part as {@code winter-preview-2026/1#es_MX.03}.
 */
public record CampaignIdentity(CampaignKey key, int generation, Optional<PartName> part)
        implements Comparable<CampaignIdentity> {
    private static final Pattern FORM = Pattern.compile("(.+)/([1-9][0-9]{0,3})(?:#([^#/]+))?");
    private static final Comparator<CampaignIdentity> ORDER = Comparator.comparing(CampaignIdentity::key)
            .thenComparingInt(CampaignIdentity::generation)
            .thenComparing(identity -> identity.part.map(PartName::value).orElse(""));

    public CampaignIdentity {
        if (generation < 1 || generation > 9999) {
            throw new IllegalArgumentException("a generation is between 1 and 9999, not " + generation);
        }
    }

    /** A whole generation. */
    public CampaignIdentity(CampaignKey key, int generation) {
        this(key, generation, Optional.empty());
    }

    /** Reads the form that {@link #toString} writes; anything else is an {@link IllegalArgumentException}. */
    public static CampaignIdentity parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a campaign identity: " + text);
        }
        return new CampaignIdentity(
                new CampaignKey(match.group(1)),
                Integer.parseInt(match.group(2)),
                Optional.ofNullable(match.group(3)).map(PartName::new));
    }

    /** One of its parts. */
    public CampaignIdentity part(PartName name) {
        return new CampaignIdentity(key, generation, Optional.of(name));
    }

    /** The generation that it is, or is a part of. */
    public CampaignIdentity whole() {
        return part.isEmpty() ? this : new CampaignIdentity(key, generation);
    }

    @Override
    public int compareTo(CampaignIdentity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return key + "/" + generation + part.map(name -> "#" + name).orElse("");
    }
}
