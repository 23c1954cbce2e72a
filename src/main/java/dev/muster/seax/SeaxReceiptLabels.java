package dev.muster.seax;

import dev.muster.apply.PostResponse;
import dev.muster.apply.ReceiptLabels;
import dev.muster.apply.RefusalHint;
import dev.muster.apply.RetryHint;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.LabelName;
import dev.muster.resolve.Workspace;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes labels over HTTP (vendor's OpenAPI document, {@code POST /contact_labels}, which refuses a name that exists). What
 * came of it is read from the list, whatever was answered: a refusal, a lost answer and a success look the same there.
 */
final class SeaxReceiptLabels implements ReceiptLabels {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SinglePost labels;
    private final Workspace workspace;

    SeaxReceiptLabels(SeaxEndpoint endpoint, SendLimits limits, Workspace workspace) {
        this.labels = new SinglePost("contact_labels", endpoint, limits);
        this.workspace = workspace;
    }

    @Override
    public Taken take(LabelName name, String owner) {
        var body = JSON.createObjectNode().put("name", name.value()).put("description", owner);
        var answer = labels.post(JSON.writeValueAsString(body));
        try {
            return workspace.labels().stream()
                    .filter(label -> label.name().equals(name))
                    .findFirst()
                    .<Taken>map(There::new)
                    .orElseGet(() -> notListed(name, answer));
        } catch (EnvironmentException unread) {
            return new Failed("whether SeaX made the label " + name + " cannot be seen: " + unread.getMessage());
        }
    }

    private static Taken notListed(LabelName name, PostResponse answer) {
        boolean isMade = answer instanceof PostResponse.Received received && received.status() / 100 == 2;
        return new Failed(
                isMade
                        ? "SeaX made the label " + name + " and does not list it yet. Run again in a minute"
                        : "SeaX did not make the label " + name + " (" + said(answer) + ")" + remedy(answer));
    }

    private static String remedy(PostResponse answer) {
        if (answer instanceof PostResponse.Received received) {
            var wait = RetryHint.in(received.body(), received.headers());
            return ". " + RefusalHint.of(received.status(), received.body(), wait);
        }
        return "";
    }

    private static String said(PostResponse answer) {
        if (answer instanceof PostResponse.Received received) {
            return received.status()
                    + ErrorText.in(received.body()).map(text -> ": " + text).orElse("");
        }
        return answer instanceof PostResponse.NeverLeft never ? never.cause() : ((PostResponse.Lost) answer).cause();
    }
}
