package dev.muster.resolve;

import dev.muster.audience.Funnel;
import java.util.OptionalInt;

/** How many people a campaign would message, or the honest answer that it cannot be known. */
public sealed interface Reach {
    /** How many messages a person approves: the number counted, or the written limit of what cannot be counted. */
    int messages();

    /**
     * Evaluated here over one sweep of the contacts. {@code serverCount} is what SeaX itself counts for the same filters
     * (contact rows with a WhatsApp number), where it can; {@code contacts} is how many rows the workspace has.
     */
    record Known(Funnel funnel, OptionalInt serverCount, int contacts, OtherRows otherRows) implements Reach {
        public int people() {
            return funnel.roster().people();
        }

        @Override
        public int messages() {
            return funnel.roster().messages();
        }

        /** How many contacts SeaX must count for the same labels, which do not tell whom earlier waves reached. */
        int byLabels() {
            return messages() + funnel.unknownToSeax();
        }
    }

    /**
     * People who would be reached although another contact row with their number carries an excluded label: by the policy
     * ({@code suppressed}), or by the campaign's own choice ({@code excluded}); and those who are only likely such a person.
     * {@code unreadable} contacts carry a label of the policy and have a number that cannot be read, so that nobody can say who
     * they are.
     */
    record OtherRows(int suppressed, int excluded, int likelySuppressed, int likelyExcluded, int unreadable) {
        public OtherRows(int suppressed, int excluded) {
            this(suppressed, excluded, 0, 0, 0);
        }
    }

    /** This API does not show who carries which label; {@code atMost} is the limit that the author wrote. */
    record Unknown(String why, int atMost) implements Reach {
        @Override
        public int messages() {
            return atMost;
        }
    }
}
