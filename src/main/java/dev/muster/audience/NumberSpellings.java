package dev.muster.audience;

import dev.muster.number.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.roaringbitmap.RoaringBitmap;

/**
 * What is left to know of the numbers of an index once each person has one spelling: how SeaX wrote those that it writes in
 * another way, and which people are likely one account. Nearly all numbers need no place in here.
 */
final class NumberSpellings {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,15}");

    private final Map<Integer, Collection<String>> written = new HashMap<>();
    private final Map<String, List<Integer>> unusual = new HashMap<>();
    private final List<RoaringBitmap> likely = new ArrayList<>();

    /** Remembers how a person's number is written, which is not as the account is. */
    void written(int person, String text) {
        written.computeIfAbsent(person, first -> new TreeSet<>()).add(text);
    }

    /** Looks whether a person is likely somebody else as well. */
    void compare(int person, Account account) {
        if (account.hasSpellings() && !account.likely().equals(account)) {
            unusual.computeIfAbsent(account.likely().number(), first -> new ArrayList<>())
                    .add(person);
        }
    }

    /** Finds the people who are likely one account; {@code people} knows all of them by their accounts. */
    void finish(Function<Account, OptionalInt> people) {
        unusual.forEach((usual, persons) -> {
            var group = bits(persons);
            people.apply(new Account(usual)).ifPresent(group::add);
            if (group.getCardinality() > 1) {
                likely.add(group);
            }
        });
    }

    private static RoaringBitmap bits(Collection<Integer> rows) {
        var bits = new RoaringBitmap();
        rows.forEach(bits::add);
        return bits;
    }

    /** Whether somebody's number is written in another way than the account is. */
    boolean exist() {
        return !written.isEmpty();
    }

    /** Further texts under which earlier versions of Muster kept this person: as SeaX gave the number, a plus put first. */
    List<String> kept(int person) {
        return written.getOrDefault(person, List.of()).stream()
                .map(text -> DIGITS.matcher(text).matches() ? "+" + text : text)
                .toList();
    }

    /** The people whose number is likely another spelling of this account's. */
    List<Integer> unusual(Account account) {
        return unusual.getOrDefault(account.likely().number(), List.of());
    }

    /** Who is likely one of these people, and is none of them. */
    RoaringBitmap likely(RoaringBitmap people) {
        var found = new RoaringBitmap();
        likely.stream().filter(group -> RoaringBitmap.intersects(group, people)).forEach(found::or);
        return RoaringBitmap.andNot(found, people);
    }

    /** How many of these people are likely another one of them. */
    int surplus(RoaringBitmap people) {
        return likely.stream()
                .mapToInt(group -> RoaringBitmap.andCardinality(group, people))
                .filter(members -> members > 1)
                .map(members -> members - 1)
                .sum();
    }

    /** The same people, those who are likely one account all named by the first of them. */
    RoaringBitmap merged(RoaringBitmap people) {
        var merged = people.clone();
        for (var group : likely) {
            if (RoaringBitmap.intersects(group, people)) {
                merged.andNot(group);
                merged.add(group.first());
            }
        }
        return merged;
    }
}
