package dev.muster.model;

import java.util.regex.Pattern;

/**
 * One send of one campaign: its key and generation. Each identity is sent at most once; raising the generation in YAML
 * asks, visibly in review, for a second send of the same key. Written as {@code holiday-sale-2026/1}.
 */
public record CampaignIdentity(CampaignKey key, int generation) implements Comparable<CampaignIdentity> {
    private static final Pattern FORM = Pattern.compile("(.+)/([1-9][0-9]{0,3})");

    public CampaignIdentity {
        if (generation < 1 || generation > 9999) {
            throw new IllegalArgumentException("a generation is between 1 and 9999, not " + generation);
        }
    }

    /** Reads the form that {@link #toString} writes; anything else is an {@link IllegalArgumentException}. */
    public static CampaignIdentity parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a campaign identity: " + text);
        }
        return new CampaignIdentity(new CampaignKey(match.group(1)), Integer.parseInt(match.group(2)));
    }

    @Override
    public int compareTo(CampaignIdentity other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : Integer.compare(generation, other.generation);
    }

    @Override
    public String toString() {
        return key + "/" + generation;
    }
}
