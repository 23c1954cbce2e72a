package dev.muster.sandbox.world;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who a campaign reaches on this server. Written independently of Muster's own set algebra, so that the two can be held
 * against each other.
 */
public final class CampaignRecipients {
    private static final List<String> SKIPPED =
            List.of(DefaultWorld.DNC, DefaultWorld.INVALID, DefaultWorld.UNREACHABLE);

    private final SandboxWorld world;
    private final SandboxOptions options;

    public CampaignRecipients(SandboxWorld world, SandboxOptions options) {
        this.world = world;
        this.options = options;
    }

    /** The rows that get a message: included, not excluded, with a WhatsApp number. */
    public Rows recipients(Filters filters) {
        var reached = included(filters);
        if (options.is(ServerVariant.Exclusions.HONOURED)) {
            reached.andNot(excluded(filters));
        }
        if (options.is(ServerVariant.SystemLabels.EXCLUDED)) {
            SKIPPED.forEach(
                    name -> world.labelNamed(name).ifPresent(label -> reached.andNot(world.members(label.id()))));
        }
        world.keepWhatsapp(reached);
        if (options.is(ServerVariant.SameNumber.ONE_SENT)) {
            Set<String> seen = new HashSet<>();
            keep(reached, contact -> contact.person().filter(seen::add).isPresent());
        }
        return new Rows(reached);
    }

    /** The rows that the labels to include select; everybody if none is given. */
    public BitSet included(Filters filters) {
        if (filters.nobody()) {
            return new BitSet();
        }
        if (filters.any().isEmpty() && filters.all().isEmpty()) {
            return world.everybody();
        }
        if (filters.any().isEmpty()) {
            return withEvery(filters.all());
        }
        if (filters.all().isEmpty()) {
            return withOne(filters.any());
        }
        var both = withOne(filters.any());
        if (options.is(ServerVariant.AnyWithAll.UNION)) {
            both.or(withEvery(filters.all()));
        } else {
            both.and(withEvery(filters.all()));
        }
        return both;
    }

    /** The rows that the exclusions name. */
    public BitSet excluded(Filters filters) {
        var left = withOne(filters.excludeAny());
        if (!filters.excludeAll().isEmpty()) {
            left.or(withEvery(filters.excludeAll()));
        }
        filters.excludeContacts().forEach(id -> world.position(id).ifPresent(left::set));
        return left;
    }

    public BitSet withOne(List<String> labels) {
        var found = new BitSet();
        labels.forEach(label -> found.or(world.members(label)));
        return found;
    }

    private BitSet withEvery(List<String> labels) {
        var found = world.everybody();
        labels.forEach(label -> found.and(world.members(label)));
        return found;
    }

    public void keep(BitSet rows, Predicate<ContactRow> condition) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            rows.set(row, condition.test(world.contact(row)));
        }
    }
}
