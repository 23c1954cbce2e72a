package dev.muster.report.html;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Schedule;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.report.Numbers;
import dev.muster.report.OmittedCount;
import dev.muster.report.PlanWords;
import dev.muster.report.Times;
import dev.muster.report.html.HtmlPage.Fact;
import dev.muster.report.html.HtmlPage.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands where on the page of a plan; the template only writes it down. */
record PlanPage(
        HtmlPage frame,
        List<KeyFigure> tiles,
        List<Notice> notices,
        Optional<String> command,
        String digest,
        List<About> findings,
        String findingsRest,
        Optional<Figure> calendar,
        String calendarLegend,
        PeoplePart people,
        Optional<BasePart> base,
        List<CampaignLine> campaigns,
        String campaignsRest,
        List<CampaignCard> cards,
        String cardsRest) {
    private static final int MOST_FINDINGS = 40;
    private static final int MOST_LINES = 300;
    private static final int MOST_CARDS = 40;
    private static final int MOST_OPEN = 8;

    /** A sentence that must not be missed. */
    record Notice(String tone, String text) {}

    /** A finding and the campaign that it is about; an empty key is the run as a whole. */
    record About(String key, String anchor, FindingNote finding) {}

    static PlanPage of(PlanHtml.Subject subject) {
        var plan = subject.plan();
        var carded = carded(plan);
        var anchors = anchors(carded);
        var findings = findings(plan, anchors);
        var people = PeoplePart.of(plan);
        var calendar = SendCalendar.of(plan, subject.nights());
        var base = subject.base().map(BasePart::of);
        var lines = sorted(plan)
                .limit(MOST_LINES)
                .map(change -> CampaignLine.of(plan, change, anchors.getOrDefault(change, "")))
                .toList();
        return new PlanPage(
                frame(subject, sections(findings, calendar, people, base, lines, carded)),
                KeyFigure.of(plan),
                notices(plan),
                Optional.of("muster apply --confirm " + plan.messages())
                        .filter(command -> !plan.offline() && plan.hasCreates() && !plan.isRefused()),
                plan.offline() ? "" : plan.digest().value(),
                findings.stream().limit(MOST_FINDINGS).toList(),
                more(
                        findings.stream().skip(MOST_FINDINGS).toList(),
                        "finding",
                        left -> OmittedCount.findings(
                                left.map(about -> about.finding().kind())),
                        "are in the plan as text or JSON."),
                calendar,
                SendCalendar.legend(subject.nights()),
                people,
                base,
                lines,
                more(
                        sorted(plan).skip(MOST_LINES).toList(),
                        "campaign",
                        changes -> states(plan, changes),
                        "are in the plan as text or JSON."),
                carded.stream()
                        .map(change -> CampaignCard.of(
                                plan, change, anchors.getOrDefault(change, ""), carded.size() <= MOST_OPEN))
                        .toList(),
                more(
                        cards(plan).skip(MOST_CARDS).toList(),
                        "campaign",
                        changes -> states(plan, changes),
                        "are not shown here, only counted above."));
    }

    private static <T> String more(List<T> left, String what, Function<Stream<T>, String> counted, String where) {
        return left.isEmpty()
                ? ""
                : "And " + Numbers.of(left.size(), "more " + what) + " (" + counted.apply(left.stream()) + "): they "
                        + where;
    }

    private static String states(Plan plan, Stream<PlannedChange> changes) {
        return OmittedCount.counted(changes.map(change -> CampaignLine.state(plan, change)));
    }

    /** What needs a person first, then what is sent, then what waits, then the rest; each by its key. */
    private static Stream<PlannedChange> sorted(Plan plan) {
        return plan.changes().stream()
                .sorted(Comparator.comparing(PlannedChange::needsAttention)
                        .reversed()
                        .thenComparing(change -> PlanWords.Group.of(change.action()))
                        .thenComparing(PlannedChange::key));
    }

    /** What is settled and has nothing to say is in the table only. */
    private static Stream<PlannedChange> cards(Plan plan) {
        return sorted(plan)
                .filter(change -> !(change.action() instanceof Action.NoOp)
                        || !change.findings().isEmpty());
    }

    private static List<PlannedChange> carded(Plan plan) {
        return cards(plan).limit(MOST_CARDS).toList();
    }

    /** Ids of our own, because a key is text from outside. */
    private static Map<PlannedChange, String> anchors(List<PlannedChange> carded) {
        var anchors = new HashMap<PlannedChange, String>();
        carded.forEach(change -> anchors.put(change, "c" + (anchors.size() + 1)));
        return anchors;
    }

    private static List<About> findings(Plan plan, Map<PlannedChange, String> anchors) {
        var run = FindingNote.of(plan.findings()).stream().map(finding -> new About("", "", finding));
        var campaigns = sorted(plan)
                .flatMap(change -> FindingNote.of(change.findings()).stream()
                        .map(finding -> new About(change.key().value(), anchors.getOrDefault(change, ""), finding)));
        return Stream.concat(run, campaigns)
                .filter(about -> !about.finding().tone().equals("calm"))
                .sorted(Comparator.comparing(about -> about.finding().tone()))
                .toList();
    }

    private static HtmlPage frame(PlanHtml.Subject subject, List<Section> sections) {
        var plan = subject.plan();
        var workspace = Characters.visible(plan.workspace().name());
        return new HtmlPage(
                "Muster plan · " + workspace,
                "Muster plan · workspace " + workspace,
                headline(plan),
                PlanWords.summary(plan) + ". Planned " + Times.minute(plan.at()) + ".",
                sections,
                imprint(subject));
    }

    private static String headline(Plan plan) {
        if (plan.offline()) {
            return "Planned offline: nobody was counted";
        }
        if (plan.creates().isEmpty()) {
            return "Nothing to send";
        }
        var overlap = plan.overlap();
        return overlap.messages() == plan.messages()
                ? Numbers.of(plan.messages(), "message") + " to " + Numbers.of(overlap.people(), "person", "people")
                : "Up to " + Numbers.of(plan.messages(), "message");
    }

    private static List<Fact> imprint(PlanHtml.Subject subject) {
        var plan = subject.plan();
        var facts = new ArrayList<Fact>();
        if (!plan.offline()) {
            facts.add(new Fact("Digest", plan.digest().value()));
            facts.add(new Fact("Valid until", Times.minute(plan.validUntil())));
        }
        facts.add(new Fact(
                "Lock",
                plan.lineage()
                        .map(lineage -> "serial " + plan.serial() + " of " + lineage)
                        .orElse("none yet")));
        facts.add(new Fact("Workspace", Characters.visible(plan.workspace().workspaceId())));
        facts.add(new Fact("SeaX", Characters.visible(plan.workspace().baseUrl())));
        facts.add(new Fact("Made by", "Muster " + subject.version()));
        return facts;
    }

    private static List<Section> sections(
            List<About> findings,
            Optional<Figure> calendar,
            PeoplePart people,
            Optional<BasePart> base,
            List<CampaignLine> lines,
            List<PlannedChange> cards) {
        var sections = new ArrayList<Section>();
        section(sections, !findings.isEmpty(), "findings", "Findings");
        section(sections, !lines.isEmpty(), "campaigns", "Campaigns");
        section(sections, calendar.isPresent(), "when", "When");
        section(sections, !people.isEmpty(), "people", "People");
        section(sections, base.isPresent(), "base", "Changes");
        section(sections, !cards.isEmpty(), "details", "Details");
        return sections;
    }

    private static void section(List<Section> sections, boolean present, String id, String name) {
        if (present) {
            sections.add(new Section(id, name));
        }
    }

    private static List<Notice> notices(Plan plan) {
        var notices = new ArrayList<Notice>();
        if (plan.isRefused()) {
            notices.add(new Notice("bad", "The run as a whole is refused; nothing can be sent."));
        }
        keys(plan.changes().stream().filter(PlannedChange::needsAttention))
                .ifPresent(keys -> notices.add(new Notice("bad", "Blocked: " + keys + ".")));
        keys(plan.changes().stream().filter(PlanPage::goesAtOnce))
                .ifPresent(keys -> notices.add(
                        new Notice("caution", "Sent at once, as soon as the plan is applied: " + keys + ".")));
        return notices;
    }

    private static boolean goesAtOnce(PlannedChange change) {
        return PlanWords.Group.of(change.action()) == PlanWords.Group.CREATE
                && !PlanWords.isHeld(change.action())
                && change.change()
                        .definition()
                        .filter(campaign -> campaign.schedule() instanceof Schedule.Immediately)
                        .isPresent();
    }

    /** The first keys, and how many more there are. */
    private static Optional<String> keys(Stream<PlannedChange> changes) {
        var keys = changes.map(change -> change.key().value()).toList();
        var first = keys.stream().limit(8).collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(first + (keys.size() > 8 ? " and " + Numbers.of(keys.size() - 8) + " more" : ""));
    }
}
