package dev.muster.report.json;

import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Schedule;
import dev.muster.plan.Action;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.plan.approval.SavedPlan;
import dev.muster.plan.approval.SavedPlanJson;
import dev.muster.report.FindingsJson;
import dev.muster.report.Json;
import dev.muster.report.JsonStream;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as one JSON document: what a program wants to know of it, and below {@code plan} what {@code apply} needs to hold
 * it against the world later. It names labels and senders, never a person.
 */
public final class PlanJson {
    private PlanJson() {}

    /**
     * Writes it campaign by campaign, into a writer that is left open.
     *
     * @param base how the definitions differ from another revision, if that was asked
     */
    public static void write(Plan plan, SavedPlan saved, Optional<BaseComparison> base, Writer out) {
        var rest = rest(plan, saved, base);
        new JsonStream(out)
                .members(head(plan))
                .list("campaigns", plan.changes().stream().map(PlanJson::campaign))
                .members(rest)
                .end();
    }

    private static ObjectNode head(Plan plan) {
        var head = Json.envelope(!plan.isRefused() && !plan.needsAttention(), findings(plan))
                .put("workspace", plan.workspace().name())
                .put("at", plan.at().toString())
                .put("offline", plan.offline())
                .put("digest", plan.digest().value());
        totals(head.putObject("totals"), plan);
        return head;
    }

    private static ObjectNode rest(Plan plan, SavedPlan saved, Optional<BaseComparison> base) {
        var rest = Json.object();
        if (!plan.offline()) {
            CrowdJson.add(rest, plan);
            rest.set("plan", SavedPlanJson.node(saved));
        }
        base.ifPresent(comparison -> rest.set("base", BaseJson.node(comparison)));
        return rest;
    }

    private static List<Diagnostic> findings(Plan plan) {
        return Stream.concat(
                        plan.findings().stream(), plan.changes().stream().flatMap(change -> change.findings().stream()))
                .sorted()
                .distinct()
                .toList();
    }

    private static void totals(ObjectNode node, Plan plan) {
        var overlap = plan.overlap();
        node.put("create", plan.creates().size())
                .put("wait", plan.actions(Action.Wait.class).count())
                .put("blocked", plan.actions(Action.Blocked.class).count())
                .put("unchanged", plan.actions(Action.NoOp.class).count())
                .put("messages", plan.messages())
                .put("people", overlap.people())
                .put("people_in_several_campaigns", overlap.severalCampaigns());
    }

    private static ObjectNode campaign(PlannedChange change) {
        var node = Json.object()
                .put("key", change.key().value())
                .put("action", change.action().match(new ActionName()))
                .put("reason", change.action().reason().name());
        change.change().definition().map(campaign -> campaign.schedule()).ifPresent(schedule -> when(node, schedule));
        change.action().match(new ActionMembers(node));
        change.resolved().ifPresent(resolved -> resolved(node, resolved));
        var rules = node.putArray("findings");
        change.findings().forEach(finding -> rules.add(FindingsJson.one(finding)));
        return node;
    }

    /** How programs call an action; these words never change. */
    private static final class ActionName implements Action.Cases<String> {
        @Override
        public String create(Action.Create action) {
            return "create";
        }

        @Override
        public String adopt(Action.Adopt action) {
            return "adopt";
        }

        @Override
        public String waits(Action.Wait action) {
            return "wait";
        }

        @Override
        public String noOp(Action.NoOp action) {
            return "noop";
        }

        @Override
        public String blocked(Action.Blocked action) {
            return "blocked";
        }

        @Override
        public String unresolved(Action.Unresolved action) {
            return "unresolved";
        }
    }

    /** What a document has of one kind of action only. */
    private record ActionMembers(ObjectNode node) implements Action.Cases<ObjectNode> {
        @Override
        public ObjectNode create(Action.Create action) {
            node.put("generation", action.request().identity().generation())
                    .put("marker", action.request().marker().value())
                    .put("payload", action.payload().value());
            action.completion().hold().ifPresent(length -> node.put("hold", length.toString()));
            action.completion().receipt().ifPresent(label -> node.put("receipt_label", label.value()));
            return node;
        }

        @Override
        public ObjectNode adopt(Action.Adopt action) {
            return node.put("id", action.id().value());
        }

        @Override
        public ObjectNode waits(Action.Wait action) {
            return node.put("due", action.due().toString());
        }

        @Override
        public ObjectNode noOp(Action.NoOp action) {
            return node;
        }

        @Override
        public ObjectNode blocked(Action.Blocked action) {
            return node;
        }

        @Override
        public ObjectNode unresolved(Action.Unresolved action) {
            return node;
        }
    }

    private static void when(ObjectNode node, Schedule schedule) {
        if (schedule instanceof Schedule.Window window) {
            node.put("start", window.start().toString());
            window.end().ifPresent(end -> node.put("end", end.toString()));
            node.put("zone", window.zone().getId());
        } else {
            node.put("immediately", true);
        }
    }

    private static void resolved(ObjectNode node, ResolvedCampaign resolved) {
        var campaign = resolved.campaign();
        node.put("name", campaign.name()).put("text", campaign.message().shown());
        Json.texts(
                node.putArray("senders"),
                resolved.senders().stream().map(phone -> phone.name()).toList());
        reach(node, resolved.reach());
        MessageJson.add(node.putObject("message"), resolved);
    }

    static void reach(ObjectNode node, Reach reach) {
        if (reach instanceof Reach.Known known) {
            node.put("people", known.people()).put("messages", known.messages());
            known.serverCount().ifPresent(count -> node.put("server_count", count));
            var funnel = node.putArray("funnel");
            known.funnel().steps().forEach(step -> funnel.add(step(step)));
        } else if (reach instanceof Reach.Unknown unknown) {
            node.putNull("people").put("messages_at_most", unknown.atMost());
        }
    }

    private static ObjectNode step(Funnel.Step step) {
        return Json.object()
                .put("step", step.kind().name().toLowerCase(Locale.ROOT))
                .put("labels", step.label())
                .put("left", step.left())
                .put("removed", step.removed());
    }
}
