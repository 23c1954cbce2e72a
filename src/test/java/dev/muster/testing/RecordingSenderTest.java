package dev.muster.testing;

import dev.muster.apply.CampaignSender;
import java.util.List;

class RecordingSenderTest extends CampaignSenderContract {
    private final RecordingSender sender = new RecordingSender();

    @Override
    protected CampaignSender accepting() {
        return sender;
    }

    @Override
    protected CampaignSender refusing() {
        return sender.refusing(422, "WhatsApp Business Platform Error", "Message template not approved");
    }

    @Override
    protected CampaignSender unreachable() {
        return sender.neverLeaving();
    }

    @Override
    protected CampaignSender hangingUp() {
        return sender.losing();
    }

    @Override
    protected List<String> seen() {
        return sender.bodies();
    }
}
