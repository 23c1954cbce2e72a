package dev.muster.definition;

/**
 * Forms and sentences that several definitions share. A constraint's message reads {@code rule-id: what is wrong | what
 * to write instead}; it is constant, so nothing a user writes is ever interpreted.
 */
final class Wording {
    static final String UUID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
    static final String NAME = "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$";
    static final String COUNT =
            "value/range: this number of people is out of range | write a number from 0 to 100000000";
    static final String LIMIT =
            "value/range: this limit is out of range | write a number from 1 to 100000000, or remove the key";
    static final String REQUESTS =
            "value/range: this limit is out of range | write a number from 1 to 1000, or remove the key";
    static final String CONTACTS =
            "value/range: this limit is out of range | write a number from 1 to 20000000, or remove the key";
    static final String DESTINATIONS =
            "value/range: this limit is out of range | write a number from 1 to 10000, or remove the key";
    static final String SENDER =
            "sender/empty: a sender is empty | write the phone's name in SeaX, or its number such as \"+15550100100\"";
    static final String REASON =
            "acknowledge/no-reason: there is no reason | write why this danger is accepted; reviewers and auditors read it";

    private Wording() {}
}
