package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;

/** A list changed so much while it was read that nobody can say where it ends. Another reading may succeed. */
final class ListMovedException extends EnvironmentException {
    private static final long serialVersionUID = 1;

    ListMovedException(ResourcePath target, String why) {
        super(String.valueOf(target.unusable(why).getMessage()));
    }
}
