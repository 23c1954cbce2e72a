package dev.muster.seax;

import dev.muster.model.RemoteCampaign;
import dev.muster.seax.Paginator.Listing;
import dev.muster.seax.Paginator.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The campaigns of a workspace back to some instant. SeaX hides drafts unless asked, so both stages are read; it lists the
 * newest first, so a campaign made while we read shifts the pages: the first page is read again at the end, and if it is
 * not the same, everything is.
 */
record CampaignHistoryReader(Paginator pages) {
    private static final ResourcePath CAMPAIGNS = ResourcePath.of("campaigns");
    private static final Comparator<RemoteCampaign> NEWEST_FIRST =
            Comparator.comparing(CampaignHistoryReader::age).reversed().thenComparing(RemoteCampaign::id);

    List<RemoteCampaign> since(Instant since) {
        var found = new LinkedHashMap<Object, RemoteCampaign>();
        for (var stage : List.of("INSTANCE", "DRAFT")) {
            stage(stage, since).forEach(campaign -> found.putIfAbsent(campaign.id(), campaign));
        }
        return found.values().stream()
                .filter(campaign -> !age(campaign).isBefore(since))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Rows without a time count as new: they are shown rather than lost. */
    private static Instant age(RemoteCampaign campaign) {
        return campaign.createdAt().orElse(Instant.MAX);
    }

    private List<RemoteCampaign> stage(String stage, Instant since) {
        var query = Map.of("stage", stage, "order_by", "created_time:desc");
        var listing = new Listing<>(CAMPAIGNS, query, RowMapper::campaign, RemoteCampaign::id);
        return Paginator.steady(CAMPAIGNS, () -> sweep(listing, since));
    }

    private Optional<List<RemoteCampaign>> sweep(Listing<RemoteCampaign> listing, Instant since) {
        var first = pages.page(listing, 0);
        var rows = new ArrayList<>(first.rows());
        var last = first;
        while (!isEnd(last, rows, since)) {
            last = pages.page(listing, rows.size());
            rows.addAll(last.rows());
            if (last.total() != first.total() || rows.size() > first.total()) {
                return Optional.empty();
            }
        }
        boolean isComplete = reaches(rows, since) || rows.size() == first.total();
        return isComplete && areDistinct(rows) && isStill(first, pages.page(listing, 0))
                ? Optional.of(rows)
                : Optional.empty();
    }

    /** A row that comes twice has taken the place of another. */
    private static boolean areDistinct(List<RemoteCampaign> rows) {
        return rows.stream().map(RemoteCampaign::id).distinct().count() == rows.size();
    }

    private boolean isEnd(Page<RemoteCampaign> last, List<RemoteCampaign> rows, Instant since) {
        return last.rows().isEmpty()
                || reaches(rows, since)
                || (last.end() >= last.total() && last.rows().size() < pages.rowsAtOnce());
    }

    /** Only a list that really is in order may be left before its end. */
    private static boolean reaches(List<RemoteCampaign> rows, Instant since) {
        return !rows.isEmpty() && age(rows.get(rows.size() - 1)).isBefore(since) && isNewestFirst(rows);
    }

    private static boolean isNewestFirst(List<RemoteCampaign> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (age(rows.get(i)).isAfter(age(rows.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStill(Page<RemoteCampaign> before, Page<RemoteCampaign> now) {
        return before.total() == now.total() && ids(before).equals(ids(now));
    }

    private static List<?> ids(Page<RemoteCampaign> page) {
        return page.rows().stream().map(RemoteCampaign::id).toList();
    }
}
