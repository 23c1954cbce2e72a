package dev.muster.ci.player;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may do what: the token of a job, of an App and of a person, each with its permissions. */
final class Tokens {
    /** The account by which GitHub lets a job's token write. */
    static final String JOB = "github-actions[bot]";

    private final Map<String, Token> known = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    /** A token, and what it may: {@code contents: read} and so on; what is not named it may not. */
    record Token(String value, String account, Map<String, String> permissions) {
        boolean mayRead(String what) {
            return permissions.containsKey(what) && !"none".equals(permissions.get(what));
        }

        boolean mayWrite(String what) {
            return "write".equals(permissions.get(what));
        }

        boolean isBot() {
            return account.endsWith("[bot]");
        }
    }

    Token mint(String account, Map<String, String> permissions) {
        var value = "ghs_t0k3n%04dOfAccountThatNobodyGuesses".formatted(number.incrementAndGet());
        var token = new Token(value, account, Map.copyOf(permissions));
        known.put(value, token);
        return token;
    }

    void revoke(Token token) {
        known.remove(token.value());
    }

    Optional<Token> find(String value) {
        return Optional.ofNullable(known.get(value));
    }
}
