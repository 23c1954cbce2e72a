package dev.muster.model;

import java.util.regex.Pattern;

/**
 * The immutable identity of a campaign in git and in the lock, such as {@code holiday-sale-2026}: lower-case letters,
 * digits and inner hyphens, 64 characters at most. Never the display name, never the path of a file.
 */
public record CampaignKey(String value) implements Comparable<CampaignKey> {
    /** What a key looks like; the published schemas use the same expression. */
    public static final String FORM = "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public CampaignKey {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a campaign key: " + value);
        }
    }

    @Override
    public int compareTo(CampaignKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
