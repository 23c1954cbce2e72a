package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ResponseAnomaly;

/** Names as they are shown: as they are, or made hostile to whoever prints them unseen. */
final class ShownNames {
    private static final String HOSTILE =
            "\u001b[31m\u001b]0;owned\u0007\u202e\n::error::owned\n\u00a0::stop-commands::owned\n##[error]owned ";

    private ShownNames() {}

    static String shown(String name, RequestContext call) {
        return call.hasQuirk(ResponseAnomaly.HOSTILE_NAMES) ? HOSTILE + name : name;
    }
}
