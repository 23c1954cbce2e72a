package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Sends what is due: campaigns without a start time, and scheduled ones whose time has come. */
public final class CampaignLauncher {
    private CampaignLauncher() {}

    public static boolean isAnythingDue(SandboxWorld world) {
        return !due(world).isEmpty();
    }

    public static void launchDue(SandboxWorld world, SandboxOptions options, Consumer<Event> record) {
        for (var campaign : due(world)) {
            var attached = options.is(ServerVariant.AttachLabels.AT_START) ? campaign.attach() : List.<String>of();
            var launch = new Launch(campaign.uuid(), moment(campaign), recipients(campaign, world, options));
            record.accept(new Event.CampaignLaunched(launch, attached));
        }
    }

    private static List<CampaignRow> due(SandboxWorld world) {
        return world.campaigns().stream()
                .filter(campaign -> world.launch(campaign.uuid()).isEmpty())
                .filter(campaign -> campaign.isDue(world.clock()))
                .toList();
    }

    /** A start in the past means at once, never before the campaign existed. */
    private static Instant moment(CampaignRow campaign) {
        return campaign.scheduledStart().filter(campaign.created()::isBefore).orElse(campaign.created());
    }

    private static Rows recipients(CampaignRow campaign, SandboxWorld world, SandboxOptions options) {
        boolean isFixed = campaign.scheduledStart().isEmpty() || options.is(ServerVariant.AudienceFixed.AT_CREATE);
        return isFixed ? campaign.audience() : new CampaignRecipients(world, options).recipients(campaign.filters());
    }
}
