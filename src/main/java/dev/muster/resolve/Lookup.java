package dev.muster.resolve;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Phone;
import dev.muster.model.ReceiptLabel;
import dev.muster.model.project.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of one campaign, looked up one by one. A name that is not found leaves a finding and makes the campaign
 * incomplete: nothing is sent with a label missing.
 */
final class Lookup {
    private final LabelIndex labels;
    private final SenderIndex phones;
    private final Policy policy;
    private final Places places;
    private final Campaign campaign;
    private final Optional<List<LabelId>> receipts;
    private final List<Diagnostic> findings = new ArrayList<>();

    /**
     * With {@code receipts} the labels of earlier generations are excluded too: those of the record, whatever they are called
     * by now, and those that have their names.
     */
    Lookup(
            LabelIndex labels,
            SenderIndex phones,
            Policy policy,
            Places places,
            Campaign campaign,
            Optional<List<LabelId>> receipts) {
        this.receipts = receipts;
        this.labels = labels;
        this.phones = phones;
        this.policy = policy;
        this.places = places;
        this.campaign = campaign;
    }

    /** The written audience with the policy's exclusions behind the campaign's own. */
    Audience<LabelId> audience() {
        var written = campaign.audience();
        var own = ids(written.exclude(), "audience.exclude");
        var always = policy.alwaysExclude().stream().flatMap(this::alwaysExcluded);
        return new Audience<>(
                ids(written.any(), "audience.any"),
                ids(written.all(), "audience.all"),
                Stream.of(own.stream(), always, receipts().stream())
                        .flatMap(part -> part)
                        .distinct()
                        .toList(),
                written.excludeContacts());
    }

    /** Whoever got an earlier generation; a label that was never made, or is gone, has nobody. */
    List<LabelId> receipts() {
        return receipts.stream()
                .flatMap(made -> Stream.concat(made.stream().filter(labels::has), namedReceipts()))
                .distinct()
                .toList();
    }

    private Stream<LabelId> namedReceipts() {
        return ReceiptLabel.earlierThan(campaign.identity())
                .filter(name -> labels.named(name).isPresent())
                .flatMap(name -> found(labels.id(name, place("generation"))).stream());
    }

    List<LabelId> attachLabels() {
        return ids(campaign.attachLabels(), "attach_labels");
    }

    List<Phone> senders() {
        var place = place("senders");
        return campaign.senders().stream()
                .flatMap(sender -> found(phones.phone(sender, place)).stream())
                .distinct()
                .toList();
    }

    List<Diagnostic> findings() {
        return findings;
    }

    boolean isIncomplete() {
        return !findings.isEmpty();
    }

    private Stream<LabelId> alwaysExcluded(LabelName name) {
        var id = found(labels.id(name, places.of("project.policy.always_exclude")));
        return id.stream();
    }

    private List<LabelId> ids(List<LabelName> names, String part) {
        var place = place(part);
        return names.stream()
                .flatMap(name -> found(labels.id(name, place)).stream())
                .distinct()
                .toList();
    }

    private <T> Optional<T> found(Checked<T> answer) {
        findings.addAll(answer.diagnostics());
        return answer.value();
    }

    private Place place(String part) {
        return places.of(campaign.key() + "." + part);
    }
}
