package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The templates in their order, and what WhatsApp makes of messages that use them. */
final class TemplateTable {
    private final List<TemplateRow> rows;
    private final List<TemplateRow.Pacing> pacings = new ArrayList<>();
    private final List<MessageFate.Decision> failures = new ArrayList<>();

    TemplateTable(List<TemplateRow> first) {
        rows = new ArrayList<>(first);
    }

    List<TemplateRow> all() {
        return Collections.unmodifiableList(rows);
    }

    Optional<TemplateRow> find(String name, String language) {
        return rows.stream().filter(row -> row.isFor(name, language)).findFirst();
    }

    /** Applies a fact; false if it is none about templates. */
    boolean apply(Event event) {
        if (event instanceof Event.TemplateJudged judged) {
            rows.replaceAll(row -> row.judged(judged));
        } else if (event instanceof Event.TemplateWritten written) {
            write(written.template());
        } else if (event instanceof Event.TemplateRemoved removed) {
            rows.removeIf(row -> row.isFor(removed.name(), removed.language()));
        } else if (event instanceof Event.TemplatePaced paced) {
            pace(paced.pacing());
        } else if (event instanceof Event.FailureDecided decided) {
            failures.add(0, decided.failure());
        } else {
            return false;
        }
        return true;
    }

    private void write(TemplateRow template) {
        boolean isThere = find(template.name(), template.language()).isPresent();
        if (isThere) {
            rows.replaceAll(row -> row.isFor(template.name(), template.language()) ? template : row);
        } else {
            rows.add(template);
        }
    }

    private void pace(TemplateRow.Pacing pacing) {
        pacings.removeIf(old ->
                old.template().equals(pacing.template()) && old.language().equals(pacing.language()));
        pacings.add(pacing);
    }

    /** Ends every wait whose moment has come. */
    void advance(Instant clock) {
        var over = pacings.stream()
                .filter(pacing -> !clock.isBefore(pacing.until()))
                .toList();
        pacings.removeAll(over);
        over.stream()
                .filter(TemplateRow.Pacing::drops)
                .forEach(pacing -> rows.replaceAll(row -> pacing.isFor(row) ? row.withStatus("PAUSED") : row));
    }

    Optional<Launch.Held> held(TemplateRow template, int messages) {
        return pacings.stream()
                .filter(pacing -> pacing.isFor(template) && pacing.passes() < messages)
                .findFirst()
                .map(pacing -> new Launch.Held(pacing.passes(), pacing.until(), pacing.drops()));
    }

    /** Counts what a campaign by numbers used up of the messages that pass. */
    void count(CampaignRow campaign, Launch launch) {
        campaign.template()
                .filter(used -> launch.isByNumbers())
                .flatMap(used -> find(used.name(), used.language()))
                .ifPresent(used ->
                        pacings.replaceAll(pacing -> pacing.isFor(used) ? pacing.after(launch.messages()) : pacing));
    }

    Optional<Integer> failure(String number, TemplateRow template) {
        return failures.stream()
                .filter(decided -> decided.isFor(number, template))
                .findFirst()
                .map(MessageFate.Decision::code)
                .filter(code -> code != 0);
    }
}
