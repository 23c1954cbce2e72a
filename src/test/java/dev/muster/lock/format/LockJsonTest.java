package dev.muster.lock.format;

import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.abandoned;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Records.lock;
import static dev.muster.testing.Records.part;
import static dev.muster.testing.Records.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.RandomLocks;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.LabelName;
import dev.muster.model.Sha256;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LockJsonTest {
    private static final Sha256 PREVIOUS = Sha256.of("the file before");

    @Test
    void is_written_for_people_to_review() {
        var lock = lock(
                        confirmed("holiday-sale-2026/1"),
                        inDoubt("flash-sale/2"),
                        rejected("new-year/1"),
                        abandoned("old-news/1"),
                        intent("party/1"))
                .with(new LockEvent.Witnessed(
                        inDoubt("flash-sale/2").identity(), "502 <html>\u001b[31mBad Gateway</html>"))
                .with(new LockEvent.Suppressing(new TreeMap<>(Map.of(
                        new LabelName("DNC"),
                        new SuppressionRecord(Samples.label(9), OptionalInt.of(4120), Records.AT),
                        new LabelName("unsubscribed"),
                        new SuppressionRecord(Samples.label(8), OptionalInt.empty(), Records.AT)))));
        Approvals.verify(
                LockJson.write(lock, Optional.of(PREVIOUS)).text(),
                new Options().forFile().withExtension(".json"));
    }

    @Test
    void is_written_also_when_it_is_empty() {
        var text =
                LockJson.write(Lock.empty(LINEAGE, WORKSPACE), Optional.empty()).text();
        Approvals.verify(text, new Options().forFile().withExtension(".json"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reading_what_was_written_gives_an_equal_record(long seed) {
        var locks = new RandomLocks(seed);
        for (int round = 0; round < 200; round++) {
            var lock = locks.lock();
            var previous = round % 2 == 0 ? Optional.<Sha256>empty() : Optional.of(PREVIOUS);
            var written = LockJson.write(lock, previous);

            assertThat(read(written.bytes())).isEqualTo(new LockFile(lock, previous, written.digest()));
            assertThat(written.text().chars()).noneMatch(unit -> (unit < ' ' && unit != '\n') || unit == 0x202e);
        }
    }

    @Test
    void a_file_cut_anywhere_is_refused() {
        var bytes = written(confirmed("sale/1"));
        for (int length = 0; length < bytes.length; length++) {
            assertThat(refusal(java.util.Arrays.copyOf(bytes, length)).why())
                    .as("the first %d bytes", length)
                    .isEqualTo(LockException.Why.DAMAGED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void a_file_with_any_byte_changed_is_refused(long seed) {
        var random = new Random(seed);
        var bytes = written(confirmed("sale/1"));
        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] = (byte) (changed[at] ^ (1 + random.nextInt(255)));
            assertThat(refusal(changed)).as("byte %d", at).isNotNull();
        }
    }

    @Test
    void an_edit_by_hand_is_refused_and_told_apart_from_a_syntax_error() {
        var text = new String(written(inDoubt("sale/1")), StandardCharsets.UTF_8);
        assertThat(refusal(text.replace("\"people\": 1912", "\"people\": 1911")))
                .hasMessageStartingWith("campaigns/production.lock.json: ")
                .hasMessageContaining("changed after Muster wrote it")
                .hasMessageContaining("git checkout");
        assertThat(refusal(text.replace("\"people\": 1912", "\"people\": many")))
                .hasMessageStartingWith("campaigns/production.lock.json:12:");
        assertThat(refusal(text + " ")).hasMessageContaining("changed after Muster wrote it");
        assertThat(refusal(text + "{}")).hasMessageContaining("goes on after its end");
    }

    @Test
    void a_record_with_parts_has_a_format_of_its_own_and_reads_back() {
        var lock = lock(confirmed(part("sale/1#es_MX.01", 3)), part("sale/1#es_MX.02", 3), confirmed("old/1"));
        var bytes = LockJson.write(lock, Optional.empty()).bytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("{\n  \"format\": 2,");
        assertThat(read(bytes).lock()).isEqualTo(lock);
        assertThat(new String(
                        LockJson.write(lock(confirmed("old/1")), Optional.empty())
                                .bytes(),
                        StandardCharsets.UTF_8))
                .startsWith("{\n  \"format\": 1,");
    }

    @Test
    void a_long_file_is_refused_as_a_short_one_is() {
        var entries = IntStream.range(0, 300)
                .mapToObj(number -> inDoubt("sale-" + number + "/1"))
                .toArray(LockEntry[]::new);
        var written = LockJson.write(lock(entries), Optional.of(PREVIOUS)).bytes();
        var text = new String(written, StandardCharsets.UTF_8);
        assertThat(written.length).isGreaterThan(2 * HashedInput.BLOCK);
        assertThat(read(written).lock()).isEqualTo(lock(entries));

        int last = text.lastIndexOf("\"people\": 1912");
        var edited = text.substring(0, last) + text.substring(last).replace("1912", "1911");
        assertThat(refusal(edited))
                .hasMessageStartingWith("campaigns/production.lock.json: ")
                .hasMessageContaining("its digest does not fit");
        // what cannot be read is told by its place, whatever the digest says
        var line = edited.substring(0, last).lines().count();
        assertThat(refusal(edited.replace("\"people\": 1911", "\"people\": many")))
                .hasMessageStartingWith("campaigns/production.lock.json:" + line + ":");
        assertThat(refusal(text.substring(0, last))).hasMessageContaining("not as Muster wrote it");
        assertThat(refusal(text.replace("\"format\": 1", "\"format\": 3")))
                .extracting(LockException::why)
                .isEqualTo(LockException.Why.NEWER_FORMAT);
    }

    @Test
    void members_that_are_unknown_missing_moved_or_repeated_are_refused() {
        var text = new String(written(inDoubt("sale/1")), StandardCharsets.UTF_8);
        assertThat(refusal(text.replace("\"lineage\"", "\"lineages\"")))
                .hasMessageContaining("\"lineage\" is expected");
        assertThat(refusal(text.replace("\"answers\": {},\n", ""))).hasMessageContaining("\"answers\" is expected");
        assertThat(refusal(text.replace("\"state\": \"IN_DOUBT\"", "\"state\": \"UNSENT\"")))
                .hasMessageContaining("UNSENT");
        assertThat(refusal(text.replace("\"state\": \"IN_DOUBT\"", "\"state\": \"CONFIRMED\"")))
                .hasMessageContaining("the history does not end in state CONFIRMED");
        var name = "    \"sale/1\": ";
        var entry = text.substring(text.indexOf(name), text.indexOf("    }\n  },\n  \"lineage\"") + 5);
        assertThat(refusal(text.replace(entry, entry + ",\n" + entry)))
                .hasMessageContaining("\"sale/1\" stands here twice");
    }

    @Test
    void a_newer_format_is_told_apart_from_damage() {
        var text = new String(written(inDoubt("sale/1")), StandardCharsets.UTF_8);
        assertThat(refusal(text.replace("\"format\": 1", "\"format\": 3")))
                .hasMessageContaining("format 3")
                .hasMessageContaining("up to 2")
                .extracting(LockException::why)
                .isEqualTo(LockException.Why.NEWER_FORMAT);
    }

    @Test
    void long_evidence_that_was_written_can_be_read() {
        var lock = lock(intent("sale/1").doubt("x".repeat(3_000_000), Records.AT, "run-7"));
        assertThat(read(LockJson.write(lock, Optional.empty()).bytes()).lock()).isEqualTo(lock);
    }

    /** The digest is made piece by piece, and these characters are two units each, so that some piece would part one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void long_evidence_of_any_characters_can_be_read(int shift) {
        var lock =
                lock(intent("sale/1").doubt("x".repeat(shift) + "\uD83D\uDE00".repeat(200_000), Records.AT, "run-7"));
        var written = LockJson.write(lock, Optional.empty());
        assertThat(written.digest()).isEqualTo(read(written.bytes()).digest());
        assertThat(read(written.bytes()).lock()).isEqualTo(lock);
    }

    private static byte[] written(LockEntry entry) {
        return LockJson.write(lock(entry), Optional.of(PREVIOUS)).bytes();
    }

    private static LockFile read(byte[] bytes) {
        return LockJson.read("campaigns/production.lock.json", new ByteArrayInputStream(bytes), bytes.length);
    }

    private static LockException refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LockException refusal(byte[] bytes) {
        assertThatExceptionOfType(LockException.class).isThrownBy(() -> read(bytes));
        return catchThrowableOfType(LockException.class, () -> read(bytes));
    }
}
