package dev.muster.forge.http;

import dev.muster.diagnostic.EnvironmentException;

/** The token with which a forge is written to. It shows itself to nobody but the HTTP header. */
public final class ForgeToken {
    private final String value;

    private ForgeToken(String value) {
        this.value = value;
    }

    /** The value of a variable, which is not quoted where it cannot be a token. */
    public static ForgeToken of(String variable, String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new EnvironmentException("The token in " + variable
                    + " has a blank, a line end or another character that no token has. Store it again, without them.");
        }
        return new ForgeToken(value);
    }

    String reveal() {
        return value;
    }

    /** The text without it. */
    String redact(String text) {
        return text.replace(value, "[token]");
    }

    @Override
    public String toString() {
        return "[token]";
    }
}
