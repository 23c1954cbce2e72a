package dev.muster.testing;

import dev.muster.apply.CampaignSender;
import java.util.List;

class RecordingSenderTest extends CampaignSenderContract {
    private final RecordingSender sender = new RecordingSender();

    @Override
    public CampaignSender accepting() {
        return sender;
    }

    @Override
    public CampaignSender refusing() {
        return sender.refusing(422, "WhatsApp Business Platform Error", "Message template not approved");
    }

    @Override
    public CampaignSender unreachable() {
        return sender.neverLeaving();
    }

    @Override
    public CampaignSender hangingUp() {
        return sender.losing();
    }

    @Override
    public List<String> seen() {
        return sender.bodies();
    }
}
