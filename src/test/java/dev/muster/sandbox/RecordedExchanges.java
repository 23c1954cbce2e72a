package dev.muster.sandbox;

import dev.muster.sandbox.http.SandboxClient;
import java.util.ArrayList;
import java.util.List;

/** Requests and answers in order, as one text that a person can read and approve. */
public final class RecordedExchanges {
    private final List<String> lines = new ArrayList<>();

    public void tell(String title, SandboxClient.Answer answer) {
        lines.add("## " + title);
        lines.add(answer.readable());
        lines.add("");
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
