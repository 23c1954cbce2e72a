package dev.muster.contacts;

import dev.muster.number.Account;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose numbers the workspace has, and who of them carries a label that the policy excludes from everything. A number is
 * found however SeaX has it written; a text that cannot be read as one is counted, and is nobody.
 */
public final class KnownPeople {
    /** For each person, whether one of the contacts has the number exactly as an import writes it. */
    private final Map<Account, Boolean> people = new HashMap<>();

    private final Map<Account, SortedSet<String>> suppression = new HashMap<>();
    private final Map<Account, SortedSet<String>> likely = new HashMap<>();
    /** The labels that every contact of a person carries. */
    private final Map<Account, SortedSet<String>> each = new HashMap<>();

    private int unreadable;

    /** Adds a contact's number with those suppression labels that it carries; several contacts of one number add up. */
    public void add(String written, Collection<String> suppressionLabels) {
        Account.of(written).ifPresentOrElse(account -> add(account, written, suppressionLabels), () -> unreadable++);
    }

    private void add(Account account, String written, Collection<String> suppressionLabels) {
        boolean isAsImported = written.equals(account.number());
        boolean lacksOnlyThePlus = ("+" + written).equals(account.number());
        people.merge(account, isAsImported || lacksOnlyThePlus, Boolean::logicalOr);
        each.computeIfAbsent(account, first -> new TreeSet<>(suppressionLabels)).retainAll(suppressionLabels);
        if (!suppressionLabels.isEmpty()) {
            labels(suppression, account).addAll(suppressionLabels);
            labels(likely, account.likely()).addAll(suppressionLabels);
        }
    }

    private static SortedSet<String> labels(Map<Account, SortedSet<String>> map, Account account) {
        return map.computeIfAbsent(account, first -> new TreeSet<>());
    }

    /** How many numbers of the workspace cannot be read. */
    int unreadable() {
        return unreadable;
    }

    boolean has(Account person) {
        return people.containsKey(person);
    }

    /** Whether SeaX would hardly see that it has the person already, because it has the number in another spelling. */
    boolean hasOtherwiseWritten(Account person) {
        return !people.getOrDefault(person, true);
    }

    SortedSet<String> suppressionOf(Account person) {
        return suppression.getOrDefault(person, new TreeSet<>());
    }

    /** The suppression labels that every contact of the person carries. */
    SortedSet<String> suppressionOfEach(Account person) {
        return each.getOrDefault(person, new TreeSet<>());
    }

    /** The suppression labels of people who are likely this one, too. */
    SortedSet<String> likelySuppressionOf(Account person) {
        return likely.getOrDefault(person.likely(), new TreeSet<>());
    }
}
