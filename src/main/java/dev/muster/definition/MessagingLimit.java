package dev.muster.definition;

import java.util.OptionalInt;

/** How many people may be messaged in 24 hours, written as {@code 2000}; absent when {@code unlimited} is written. */
public record MessagingLimit(OptionalInt people) {
    static final String UNLIMITED = "unlimited";
    static final String FORM = UNLIMITED + "|[1-9][0-9]{0,8}";

    static MessagingLimit parse(String text) {
        return new MessagingLimit(
                text.equals(UNLIMITED) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text)));
    }
}
