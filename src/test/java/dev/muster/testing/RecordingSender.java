package dev.muster.testing;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.PostResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A sender that sends nothing: it keeps every body it is given and gives back the answers it was told to, in order, then
 * accepts. An acceptance echoes the body and counts its ids up from {@code campaign_1}.
 */
public final class RecordingSender implements CampaignSender {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<Function<String, PostResponse>> program = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private int accepted;

    /** The next post not yet programmed gets this answer. */
    public RecordingSender answering(PostResponse answer) {
        program.add(body -> answer);
        return this;
    }

    /** The next post not yet programmed is accepted. */
    public RecordingSender accepting() {
        program.add(this::acceptance);
        return this;
    }

    /** The next post not yet programmed is refused by SeaX in its documented form. */
    public RecordingSender refusing(int status, String error, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("message", message).put("status_code", status);
        return answering(received(status, body.toString()));
    }

    /** The next post not yet programmed never leaves this machine. */
    public RecordingSender neverLeaving() {
        return answering(new PostResponse.NeverLeft("connection refused"));
    }

    /** The next post not yet programmed gets no answer, whether or not it arrived. */
    public RecordingSender losing() {
        return answering(new PostResponse.Lost("the connection was reset"));
    }

    /** The next post not yet programmed runs this instead, for tests that die in the middle of a send. */
    public RecordingSender dying(RuntimeException death) {
        program.add(body -> {
            throw death;
        });
        return this;
    }

    @Override
    public PostResponse post(String body) {
        bodies.add(body);
        return program.isEmpty() ? acceptance(body) : program.remove().apply(body);
    }

    /** Every body that was posted, in order. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** An HTTP answer with a JSON body and no header that matters. */
    public static PostResponse.Received received(int status, String body) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("content-type", "application/json");
        return new PostResponse.Received(status, headers, body, true);
    }

    private PostResponse acceptance(String body) {
        accepted++;
        var asked = JSON.readTree(body);
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", "campaign_" + accepted);
        answer.set("name", asked.path("name"));
        answer.set("type", asked.path("type"));
        answer.set("message", asked.path("message"));
        answer.put("status", asked.path("is_schedule").booleanValue(false) ? "scheduled" : "sending");
        var phones = answer.putArray("phones");
        asked.path("phone_ids").values().forEach(id -> phones.addObject().set("id", id));
        answer.put("job_id", "job_" + accepted);
        return received(200, answer.toString());
    }
}
