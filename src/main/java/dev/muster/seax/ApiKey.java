package dev.muster.seax;

/** The key to a workspace. It shows itself to nobody but the HTTP header: no text form, no accessor outside this package. */
public final class ApiKey {
    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /** A key of visible ASCII characters; anything else could not travel in a header, and is not quoted. */
    public static ApiKey of(String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("an API key consists of visible ASCII characters, without blanks");
        }
        return new ApiKey(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[API key]";
    }
}
