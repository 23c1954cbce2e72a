package dev.muster.seax;

import dev.muster.apply.CampaignSender;
import dev.muster.testing.CampaignSenderContract;
import dev.muster.testing.Worlds;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SeaxSenderContractTest extends CampaignSenderContract {
    private static final String REFUSAL =
            "{\"error\":\"WhatsApp Business Platform Error\",\"message\":\"Message template not approved\",\"status_code\":422}";

    private final SeaxServer server = new SeaxServer(Worlds.small());

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public CampaignSender accepting() {
        return SeaxConnector.sender(server.endpoint(), name -> null);
    }

    @Override
    public CampaignSender refusing() {
        server.script("campaigns", SeaxServer.Response.of(422, REFUSAL));
        return accepting();
    }

    @Override
    public CampaignSender unreachable() {
        var sender = accepting();
        server.close();
        return sender;
    }

    @Override
    public CampaignSender hangingUp() {
        server.script("campaigns", SeaxServer.HANG_UP);
        return accepting();
    }

    @Override
    public List<String> seen() {
        return server.posted();
    }
}
