package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.text.HostName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What became of a template for all people of a campaign, in numbers and masked examples. It keeps no value and no number of
 * a person; its size does not grow with them, but for eight bytes for each coupon code that comes from a field.
 */
public final class RenderingTally {
    private static final int MOST_SAMPLES = 5;

    private final Predicate<HostName> isRefused;
    private final SortedMap<ValueFault, Example> faults = new TreeMap<>(ValueFault.ORDER);
    private final SortedMap<Slot, Example> longCodes = new TreeMap<>(Slot.ORDER);
    private final SortedMap<Rendered.Fallback, Integer> fallbacks = new TreeMap<>(Rendered.Fallback.ORDER);
    private final SortedMap<Slot, RepeatedCodes> codes = new TreeMap<>(Slot.ORDER);
    private final SortedMap<Long, Shown> samples = new TreeMap<>(Long::compareUnsigned);
    private Example links = Example.NONE;
    private int people;
    private int faulty;
    private int withoutValue;
    private int units;
    private int codePoints;

    /** {@code isRefused} says which hosts the values of a person must not add. */
    public RenderingTally(Predicate<HostName> isRefused) {
        this.isRefused = isRefused;
    }

    /**
     * One person; {@code order} decides who is an example, the smallest as an unsigned number: the same people give the same
     * examples in any order.
     */
    public void add(long order, Rendered rendered) {
        people++;
        units = Math.max(units, rendered.units());
        codePoints = Math.max(codePoints, rendered.codePoints());
        rendered.fallbacks().forEach(fallback -> fallbacks.merge(fallback, 1, Integer::sum));
        codes(order, rendered);
        links(order, rendered);
        if (rendered.isSendable()) {
            sample(order, rendered);
        } else {
            fault(order, rendered);
        }
    }

    private void fault(long order, Rendered rendered) {
        faulty++;
        withoutValue += rendered.isMissingValue() ? 1 : 0;
        for (var fault : rendered.faults()) {
            var before = faults.getOrDefault(fault, Example.NONE);
            faults.put(fault, before.and(order, () -> rendered.masked(fault.slot())));
        }
    }

    private void codes(long order, Rendered rendered) {
        for (var value : rendered.values()) {
            if (value.slot().part() == Slot.Part.COUPON_BUTTON) {
                code(order, value);
            }
        }
    }

    private void code(long order, Filled value) {
        if (value.text().length() > LinkRules.USUAL_CODE) {
            longCodes.merge(value.slot(), Example.NONE.and(order, value::masked), Example::and);
        }
        if (!value.personal().isEmpty()) {
            codes.computeIfAbsent(value.slot(), slot -> new RepeatedCodes()).add(value.text());
        }
    }

    private void links(long order, Rendered rendered) {
        for (var host : rendered.addedHosts()) {
            if (isRefused.test(host)) {
                links = links.and(order, host::masked);
                return;
            }
        }
    }

    private void sample(long order, Rendered rendered) {
        if (samples.size() < MOST_SAMPLES || Long.compareUnsigned(order, samples.lastKey()) < 0) {
            samples.put(order, rendered.masked());
        }
        if (samples.size() > MOST_SAMPLES) {
            samples.remove(samples.lastKey());
        }
    }

    /** How many people were added. */
    public int people() {
        return people;
    }

    /** How many of them cannot be sent what the campaign says, for whatever reason. */
    public int faulty() {
        return faulty;
    }

    /** How many of these have nothing in some slot, and no fallback. */
    public int withoutValue() {
        return withoutValue;
    }

    /** The longest body, in units of UTF-16 and in code points. */
    public Longest longest() {
        return new Longest(units, codePoints);
    }

    /** How many people each fallback stands for, in the order of the slots. */
    public Map<Rendered.Fallback, Integer> fallbacks() {
        return new LinkedHashMap<>(fallbacks);
    }

    /** The message as some people get it, masked; at most five, none with a fault. */
    public List<Shown> samples() {
        return List.copyOf(samples.values());
    }

    /** How many people get a link that their values add and that is refused, and a masked host of one. */
    public RefusedLinks refusedLinks() {
        return new RefusedLinks(links.people(), links.text());
    }

    /**
     * What is said about the values: dangers that stop the campaign until they are accepted, and then these people get nothing.
     *
     * @param leavesOut whether whoever has no value is left out anyway, which is no finding
     * @param acknowledged the reasons with which the campaign accepts dangers, by rule
     * @param places where a part of the campaign such as {@code message.body.name} was written
     */
    public List<Diagnostic> findings(
            boolean leavesOut, Map<String, String> acknowledged, Function<String, Place> places) {
        var findings = new ValueFindings(people, acknowledged, places);
        faults.forEach((fault, example) -> {
            if (!leavesOut || !fault.kind().isMissing()) {
                findings.fault(fault, example);
            }
        });
        longCodes.forEach(findings::longCode);
        codes.forEach((slot, repeated) -> findings.repeated(slot, repeated.people()));
        return findings.all();
    }

    /** The longest body of all people; the two numbers may be of two people. */
    public record Longest(int units, int codePoints) {}

    /** How many people have such a link, and an example of a host, masked. */
    public record RefusedLinks(int people, String example) {}
}
