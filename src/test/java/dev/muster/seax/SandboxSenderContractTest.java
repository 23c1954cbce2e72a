package dev.muster.seax;

import dev.muster.apply.CampaignSender;
import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.Message;
import dev.muster.model.PhoneId;
import dev.muster.model.Schedule;
import dev.muster.plan.RequestBody;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.sandbox.http.RecordedRequest;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.testing.CampaignSenderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The production client posts to the sandbox, which records what really arrived. */
class SandboxSenderContractTest extends CampaignSenderContract {
    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(folder, Instant.parse("2026-11-30T09:00:00Z"), SandboxOptions.standard());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Override
    public CampaignSender accepting() {
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        return SeaxConnector.sender(endpoint, name -> null);
    }

    @Override
    public CampaignSender refusing() {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.status(422));
        return accepting();
    }

    @Override
    public CampaignSender unreachable() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var nobody = "http://127.0.0.1:" + free.getLocalPort();
            return SeaxConnector.sender(new SeaxEndpoint(nobody, "w", ApiKey.of(sandbox.apiKey())), name -> null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CampaignSender hangingUp() {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop());
        return accepting();
    }

    @Override
    public List<String> seen() {
        return sandbox.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(RecordedRequest::body)
                .toList();
    }

    @Override
    public CampaignRequest request(String key) {
        return request(sandbox, key);
    }

    static String body(Sandbox sandbox, String key) {
        return RequestBody.of(request(sandbox, key), Dialect.TUTORIAL, Optional.empty());
    }

    /** Six colleagues, with a text that is an approved template of the sandbox. */
    private static CampaignRequest request(Sandbox sandbox, String key) {
        var identity = CampaignIdentity.parse(key + "/1");
        var marker = Marker.of(sandbox.workspaceId(), identity);
        var text = "This is a test of our message system. Nothing to do for you.";
        return new CampaignRequest(
                identity,
                marker,
                "System test" + marker.suffix(),
                new Message(text, List.of(), false, Optional.empty(), Map.of()),
                List.of(new PhoneId("20000000-0000-4000-8000-000000000001")),
                new Audience<>(
                        labels(sandbox, "staff_test"), List.of(), labels(sandbox, "DNC", "unsubscribed"), List.of()),
                new Schedule.Immediately(),
                List.of());
    }

    private static List<LabelId> labels(Sandbox sandbox, String... names) {
        return Stream.of(names).map(sandbox::labelId).map(LabelId::new).toList();
    }
}
