package dev.muster.sandbox.http;

import dev.muster.sandbox.api.CreateLabelEndpoint;
import dev.muster.sandbox.world.CampaignLauncher;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.MoveRecorder;
import dev.muster.sandbox.world.MovementRecorder;
import dev.muster.sandbox.world.Rows;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxStore;
import dev.muster.sandbox.world.SandboxWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only the owner of a sandbox can do to its world: pass time, edit labels, start afresh. */
final class Controls {
    private static final Duration LONGEST_STEP = Duration.ofDays(3660);
    /** Later years have five digits, which neither document can write. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final SandboxStore store;

    Controls(SandboxStore store) {
        this.store = store;
    }

    void advance(Duration by, SandboxOptions options) {
        if (by.isNegative()) {
            throw new ControlException("time does not run backwards: " + by);
        }
        if (by.compareTo(LONGEST_STEP) > 0) {
            throw new ControlException("time passes by " + LONGEST_STEP.toDays() + " days at once at most: " + by);
        }
        store.write(transaction -> {
            if (transaction.world().clock().plus(by).isAfter(END_OF_TIME)) {
                throw new ControlException("the sandbox's time ends at " + END_OF_TIME);
            }
            transaction.record().accept(new Event.ClockAdvanced(by));
            CampaignLauncher.launchDue(transaction.world(), options, transaction.record());
            return true;
        });
    }

    /** Sends what became due because the workspace was opened with a later clock. */
    void catchUp(SandboxOptions options) {
        if (store.read(CampaignLauncher::isAnythingDue)) {
            advance(Duration.ZERO, options);
        }
    }

    String createLabel(String name) {
        return store.write(transaction -> {
            requireFree(name, transaction.world());
            var label = CreateLabelEndpoint.label(name, "#19b9c3", "", transaction.world());
            transaction.record().accept(new Event.LabelCreated(label));
            return label.id();
        });
    }

    void renameLabel(String name, String to) {
        store.write(transaction -> {
            var label = label(name, transaction.world());
            requireFree(to, transaction.world());
            transaction.record().accept(new Event.LabelRenamed(label, to));
            return true;
        });
    }

    void deleteLabel(String name) {
        store.write(transaction -> {
            transaction.record().accept(new Event.LabelDeleted(label(name, transaction.world())));
            return true;
        });
    }

    void attach(String contact, String labelName) {
        store.write(transaction -> {
            var rows = row(contact, transaction.world());
            transaction.record().accept(new Event.LabelAttached(label(labelName, transaction.world()), rows));
            return true;
        });
    }

    void detach(String contact, String labelName) {
        store.write(transaction -> {
            var rows = row(contact, transaction.world());
            transaction.record().accept(new Event.LabelDetached(label(labelName, transaction.world()), rows));
            return true;
        });
    }

    /** Does all of it at once, or nothing if a part of it is impossible. */
    void move(Move move) {
        store.write(transaction -> {
            new MoveRecorder(transaction.world(), transaction.record()).record(move);
            return true;
        });
    }

    /** Lets happen what is due of a movement. */
    void move(MovementSchedule schedule) {
        if (schedule.isNothing()) {
            return;
        }
        var steps = schedule.due(store.read(SandboxWorld::clock));
        if (!steps.isNone()) {
            store.write(transaction -> {
                new MovementRecorder(transaction.world(), transaction.record()).record(steps);
                return true;
            });
        }
    }

    /** Takes a contact out of every list. */
    void remove(String contact) {
        store.write(transaction -> {
            requireKnown(contact, transaction.world());
            transaction.record().accept(new Event.ContactRemoved(contact));
            return true;
        });
    }

    /** Somebody deletes a contact: no label, no name and no number of it is left, and its number can be imported anew. */
    Optional<String> forget(String contact) {
        return store.write(transaction -> {
            var world = transaction.world();
            var rows = row(contact, world);
            int position = world.position(contact).orElseThrow();
            var old = world.contact(position);
            world.labels().stream()
                    .filter(label -> world.has(position, label.id()))
                    .toList()
                    .forEach(label -> transaction.record().accept(new Event.LabelDetached(label.id(), rows)));
            transaction
                    .record()
                    .accept(new Event.ContactChanged(
                            new ContactRow(old.id(), "", Optional.empty(), Optional.empty(), Map.of(), old.created())));
            return old.whatsapp();
        });
    }

    String labelId(String name) {
        return store.read(world -> label(name, world));
    }

    List<String> contactIds(String labelName) {
        return store.read(world -> world.members(label(labelName, world)).stream()
                .mapToObj(position -> world.contact(position).id())
                .toList());
    }

    private static void requireFree(String name, SandboxWorld world) {
        if (world.labelNamed(name).isPresent()) {
            throw new ControlException("a label is called " + name + " already");
        }
    }

    private static String label(String name, SandboxWorld world) {
        return world.labelNamed(name)
                .map(LabelRow::id)
                .orElseThrow(() -> new ControlException("no label is called " + name));
    }

    private static Rows row(String contact, SandboxWorld world) {
        var row = new BitSet();
        row.set(requireKnown(contact, world));
        return new Rows(row);
    }

    private static int requireKnown(String contact, SandboxWorld world) {
        return world.position(contact).orElseThrow(() -> new ControlException("no contact has the id " + contact));
    }
}
