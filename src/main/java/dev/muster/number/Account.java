package dev.muster.number;

import java.util.Optional;

/**
 * A WhatsApp account, by its number in E.164: equal accounts are one person, however the number was written. Where a
 * numbering plan leaves open whether two spellings are one account, they are two that are {@link #isLikely likely} the same.
 */
public record Account(String number) {
    private static final NumberReader SYSTEMS = NumberReader.ofSystems();

    /** The account that a number of SeaX or WhatsApp reaches; empty where the text cannot be read as a number. */
    public static Optional<Account> of(String written) {
        return SYSTEMS.read(written) instanceof ParsedNumber.Read read
                ? Optional.of(new Account(read.e164()))
                : Optional.empty();
    }

    /** The same for all accounts that are likely one; the account itself in nearly all countries. */
    public Account likely() {
        var likely = NumberReader.spellings().likely(number);
        return likely.equals(number) ? this : new Account(likely);
    }

    /** Whether the country is one where numbers have two spellings. */
    public boolean hasSpellings() {
        return NumberReader.spellings().concern(number);
    }

    /** Whether both are likely, or surely, the same account. */
    public boolean isLikely(Account other) {
        return likely().equals(other.likely());
    }

    /** Personal data never gets into a log by way of an exception. */
    @Override
    public String toString() {
        return "Account";
    }
}
