package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.ReachedPeople;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.CampaignKey;
import dev.muster.model.KeyedHash;
import dev.muster.model.KeyedRoster;
import dev.muster.model.MessageCounts;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom earlier waves reached: by the log of every campaign that SeaX has of a wave, and by the list that was kept of the
 * people it was approved for. A log counts only if it has every message that SeaX says went out, and each of them to
 * somebody; else it is not known whom the wave reached.
 */
final class WaveLogs {
    private final Workspace workspace;
    private final RecordedSends sent;
    private final List<RemoteCampaign> listed;
    private final ContactIndex contacts;
    private final KeyedHash hash;
    private final Map<CampaignKey, Read> read = new HashMap<>();

    WaveLogs(Workspace workspace, RecordedSends sent, List<RemoteCampaign> listed, ContactIndex contacts) {
        this.workspace = workspace;
        this.sent = sent;
        this.listed = listed;
        this.contacts = contacts;
        this.hash = workspace.hash();
    }

    /** The waves of one key, and everybody they reached. */
    record Read(List<EarlierWave> waves, ReachedPeople reached) {}

    /** Asks once, however many waves are tried. */
    Read of(CampaignKey key) {
        return read.computeIfAbsent(key, this::ask);
    }

    private Read ask(CampaignKey key) {
        var reached = new ReachedPeople(contacts, hash);
        var waves = sent.of(key).stream()
                .filter(wave -> wave.sentAs().isPresent())
                .map(wave -> wave(wave, wave.sentAs().get(), reached))
                .toList();
        return new Read(waves, reached);
    }

    private EarlierWave wave(RecordedSend wave, RemoteId id, ReachedPeople reached) {
        var list = wave.people().filter(people -> people.isMadeWith(hash));
        list.ifPresent(reached::add);
        var own = workspace.campaign(id);
        if (own.isEmpty()) {
            return EarlierWave.gone(wave.identity());
        }
        var copies = copies(wave, id);
        var unknown = Stream.concat(
                        log(id, own.get(), list, reached).stream(),
                        copies.stream().flatMap(copy -> log(copy.id(), copy, list, reached).stream()))
                .findFirst();
        boolean over = isOver(own.get()) && copies.stream().allMatch(this::isOver);
        return new EarlierWave(
                wave.identity(), MessageCounts.of(own.get().statistics()), over, 1 + copies.size(), unknown);
    }

    private boolean isOver(RemoteCampaign campaign) {
        return sent.isOver().test(campaign)
                || MessageCounts.of(campaign.statistics()).isComplete();
    }

    /** What somebody between us and SeaX made of the one post; lists may lack the numbers, so each is asked for. */
    private List<RemoteCampaign> copies(RecordedSend wave, RemoteId own) {
        var marker = Optional.of(wave.marker());
        return listed.stream()
                .filter(campaign ->
                        campaign.marker().equals(marker) && !campaign.id().equals(own))
                .map(campaign -> workspace.campaign(campaign.id()).orElse(campaign))
                .toList();
    }

    /** Reads the log of one campaign, and says why it does not tell whom it reached. */
    private Optional<String> log(
            RemoteId id, RemoteCampaign campaign, Optional<KeyedRoster> list, ReachedPeople reached) {
        var rows = new int[2];
        try {
            workspace.recipients(id, one -> {
                rows[0]++;
                rows[1] += reached.add(one.contact(), one.number()) ? 0 : 1;
            });
        } catch (EnvironmentException unread) {
            return Optional.of("its log cannot be read: " + unread.getMessage());
        }
        var tally = MessageCounts.of(campaign.statistics());
        long out = tally.number("sent").orElse(0) + tally.number("failed").orElse(0);
        if (rows[0] < out) {
            return Optional.of(
                    String.format(Locale.ROOT, "its log has %,d of the %,d messages that SeaX counts", rows[0], out));
        }
        // the list has everybody who was approved; that no more were messaged leaves no room for somebody else
        boolean isListed = list.filter(people -> people.people() >= rows[0]).isPresent();
        return rows[1] == 0 || isListed
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "its log has no number for %,d of %,d messages", rows[1], rows[0]));
    }
}
