package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.text.HostName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What became of a template for all people of a campaign, in numbers and masked examples. It keeps no value and no number of
 * a person; its size does not grow with them, but for eight bytes for each coupon code.
 */
public final class RenderingTally {
    /** {@code isRefused} says which hosts the values of a person must not add. */
    public RenderingTally(Predicate<HostName> isRefused) {}

    /** One person; {@code order} decides who is an example, the smallest as an unsigned number, and comes from no clock. */
    public void add(long order, Rendered rendered) {}

    /** How many people were added. */
    public int people() {
        return 0;
    }

    /** How many of them cannot be sent what the campaign says, for whatever reason. */
    public int faulty() {
        return 0;
    }

    /** How many of these have no value, and no fallback, for some slot. */
    public int withoutValue() {
        return 0;
    }

    /** The longest body, in units of UTF-16 and in code points. */
    public Longest longest() {
        return new Longest(0, 0);
    }

    /** How many people each fallback stands for, by its slot and field. */
    public Map<Rendered.Fallback, Integer> fallbacks() {
        return Map.of();
    }

    /** The message as some people get it, masked; at most five, none with a fault. */
    public List<Shown> samples() {
        return List.of();
    }

    /** How many people get a link that the values add to where they must not, and a masked host of one; see the constructor. */
    public RefusedLinks refusedLinks() {
        return new RefusedLinks(0, "");
    }

    /** What is said about the values; whoever has no value is left out without a finding where {@code leavesOut}. */
    public List<Diagnostic> findings(boolean leavesOut, Function<String, Place> places) {
        return List.of();
    }

    /** The longest body of all people; the two numbers may be of two people. */
    public record Longest(int units, int codePoints) {}

    /** How many people have such a link, and an example of a host, masked. */
    public record RefusedLinks(int people, String example) {}
}
