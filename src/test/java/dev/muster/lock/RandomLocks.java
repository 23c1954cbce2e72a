package dev.muster.lock;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.WORKSPACE;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Marker;
import dev.muster.model.MessageCounts;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import dev.muster.model.SingleIdentity;
import dev.muster.model.project.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records of any shape, with texts that are awkward to write down; the same seed gives the same records. */
public final class RandomLocks {
    private static final List<String> AWKWARD = List.of(
            "",
            "plain",
            "İstanbul, Straße, 日本",
            "🎉👩‍👩‍👧",
            "\"quoted\" \\ slashed /",
            "line\nbreak\r\ttab",
            "\u001b[2J\u0000\u009b",
            "\u202eright to left\u2066",
            "half a pair \ud83d",
            "\udf89 the other half",
            "\u2028\u2029\ufeff\ue000");

    private final Random random;

    public RandomLocks(long seed) {
        this.random = new Random(seed);
    }

    public Lock lock() {
        var entries = new TreeMap<CampaignIdentity, LockEntry>();
        var answers = new TreeMap<CampaignIdentity, String>();
        times(6, this::entry).forEach(entry -> {
            entries.put(entry.identity(), entry);
            if (entry.isOpen() && random.nextBoolean()) {
                answers.put(entry.identity(), text());
            }
        });
        var consumed = new java.util.TreeSet<>(times(3, this::digest).toList());
        return new Lock(
                text(),
                random.nextInt(1000),
                WORKSPACE,
                entries,
                consumed,
                answers,
                suppression(),
                observations(),
                singles());
    }

    private LockEntry.Confirmed accepted(LockEntry.Confirmed entry) {
        return random.nextBoolean()
                ? entry
                : entry.found(times(2, this::text).toList(), time(), text())
                        .accept(times(3, this::text).toList(), text(), time(), text());
    }

    public LockEntry entry() {
        var entry = attempted();
        return switch (random.nextInt(5)) {
            case 0 -> entry;
            case 1 -> accepted(entry.confirm(remote(), times(3, this::text).toList(), time(), text(), text()));
            case 2 -> entry.reject(text(), maybe(this::time), time(), text());
            case 3 -> entry.doubt(text(), time(), text());
            default -> entry.doubt(text(), time(), text()).abandon(random.nextBoolean(), text(), time(), text());
        };
    }

    private LockEntry.Intent attempted() {
        var first = LockEntry.intend(Optional.empty(), attempt());
        return random.nextInt(3) > 0
                ? first
                : LockEntry.intend(Optional.of(first.reject(text(), Optional.empty(), time(), text())), attempt());
    }

    private Attempt attempt() {
        var identity = new CampaignIdentity(new CampaignKey("key-" + random.nextInt(50)), 1 + random.nextInt(9999));
        var parts = new TreeMap<String, Sha256>();
        Stream.of(Fingerprint.NAME, Fingerprint.MESSAGE, Fingerprint.AUDIENCE)
                .forEach(part -> parts.put(part, digest()));
        var run = new RunIdentity(text(), text(), text(), maybe(this::text));
        return new Attempt(
                identity,
                Marker.of(WORKSPACE.workspaceId(), identity),
                new Fingerprint(parts),
                maybe(this::digest),
                maybe(this::digest),
                text(),
                run,
                time(),
                time(),
                new AudienceCounts(random.nextInt(), random.nextInt(), random.nextInt(), random.nextBoolean()),
                maybe(this::posted));
    }

    private RequestSummary posted() {
        return new RequestSummary(
                labels(),
                labels(),
                labels(),
                random.nextInt(),
                maybe(this::time),
                senders(),
                maybe(this::digest),
                maybe(() -> new LabelId("id" + text())),
                maybe(this::people));
    }

    private KeyedRoster people() {
        return KeyedRoster.of(random.longs(random.nextInt(5)).boxed().toList(), String::hashCode);
    }

    private List<PhoneId> senders() {
        return times(3, () -> new PhoneId("id" + text())).toList();
    }

    private List<LabelId> labels() {
        return times(3, () -> new LabelId("id" + text())).toList();
    }

    private SortedMap<LabelName, SuppressionRecord> suppression() {
        var labels = new TreeMap<LabelName, SuppressionRecord>();
        times(3, () -> new LabelName("label" + text())).forEach(name -> {
            var count = random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
            labels.put(name, new SuppressionRecord(new LabelId("id" + text()), count, time()));
        });
        return labels;
    }

    private Observations observations() {
        var last = new TreeMap<CampaignIdentity, Observation>();
        times(3, this::attempt).forEach(attempt -> last.put(attempt.identity(), observation()));
        return last.isEmpty() ? Observations.NONE : new Observations(1 + random.nextInt(9), last);
    }

    Observation observation() {
        var numbers = new TreeMap<String, Long>();
        MessageCounts.STEPS.forEach(step -> numbers.put(step, random.nextLong(Long.MAX_VALUE)));
        return new Observation(
                time(),
                time(),
                maybe(this::text),
                new MessageCounts(numbers),
                times(2, this::text).toList(),
                maybe(this::comparison));
    }

    private MessageEntries singles() {
        var entries = new TreeMap<SingleIdentity, MessageEntry>();
        times(3, this::single).forEach(entry -> entries.put(entry.identity(), entry));
        return entries.isEmpty() ? MessageEntries.NONE : new MessageEntries(1 + random.nextInt(9), entries);
    }

    public MessageEntry single() {
        var path = random.nextBoolean() ? MessageEndpoint.WABP_TEMPLATE_MESSAGE : MessageEndpoint.SEND_WHATSAPP_MESSAGE;
        var run = new RunIdentity(text(), text(), text(), maybe(this::text));
        var attempt = new SingleAttempt(
                new SingleIdentity(AT.plusSeconds(random.nextInt(1_000_000)), "n" + random.nextInt(100)),
                run,
                time(),
                time(),
                new PhoneId("id" + text()),
                path,
                maybe(() -> new CampaignKey("key-" + random.nextInt(50))),
                text());
        var intent = MessageEntry.intend(attempt);
        return switch (random.nextInt(6)) {
            case 0 -> intent;
            case 1 -> intent.answered(text());
            case 2 ->
                intent.confirm(new RemoteId("id" + text()), times(3, this::text).toList(), time(), text(), text());
            case 3 -> intent.reject(text(), time(), text());
            case 4 -> intent.answered(text()).doubt(text(), time(), text());
            default -> intent.doubt(text(), time(), text()).abandon(text(), time(), text());
        };
    }

    private OutcomeComparison comparison() {
        return new OutcomeComparison(
                time(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                count(),
                count(),
                count(),
                times(3, this::text).toList(),
                times(3, this::text).toList());
    }

    private OptionalInt count() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
    }

    private RemoteReference remote() {
        return new RemoteReference(new RemoteId("id" + text()), maybe(this::text), maybe(this::text), count());
    }

    private Instant time() {
        return AT.plusNanos(random.nextLong() / 1000);
    }

    private Sha256 digest() {
        return Sha256.of("" + random.nextLong());
    }

    private String text() {
        return AWKWARD.get(random.nextInt(AWKWARD.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> Stream<T> times(int most, Supplier<T> value) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(number -> value.get());
    }
}
