package dev.muster.story;

import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.NumbersLedger;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.TemplateRow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;

/** What a story may do to templates, and to the messages that use them. */
final class TemplateChanges {
    private final Sandbox sandbox;

    TemplateChanges(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * {@code template vip_preview PAUSED}: in every language. {@code template vip_preview en_US status PAUSED}, and likewise
     * {@code category}, {@code text}, {@code components} with JSON, {@code delete}, and {@code new} with the components of a
     * template that is made.
     */
    void template(String written) {
        var words = written.split(" ", 4);
        if (words.length == 2) {
            sandbox.judgeTemplate(words[0], words[1]);
            return;
        }
        var value = words.length > 3 ? words[3] : "";
        switch (words[2]) {
            case "delete" -> sandbox.removeTemplate(words[0], words[1]);
            case "new" -> sandbox.writeTemplate(words[0], words[1], row -> row.withComponents(components(value)));
            default -> sandbox.editTemplate(words[0], words[1], edit(words[2], value));
        }
    }

    private static UnaryOperator<TemplateRow> edit(String what, String value) {
        return switch (what) {
            case "status" -> row -> row.withStatus(value);
            case "category" -> row -> row.withCategory(value);
            case "text" -> row -> row.withText(value);
            case "components" -> row -> row.withComponents(components(value));
            default ->
                throw new IllegalArgumentException("the script asks for an unknown change of a template: " + what);
        };
    }

    private static Optional<ArrayNode> components(String json) {
        return Optional.of((ArrayNode) SandboxJson.MAPPER.readTree(json));
    }

    /** {@code pacing vip_preview en_US 100 PT2H release}, or {@code drop}: so many pass, the others wait for so long. */
    void pacing(String[] words) {
        sandbox.paceTemplate(
                words[0], words[1], Integer.parseInt(words[2]), Duration.parse(words[3]), words[4].equals("drop"));
    }

    /** {@code fail 131026 +15550110001}, or {@code fail 132001 vip_preview en_US}: in the log, from now on. */
    void fail(String[] words) {
        boolean isNumber = words[1].startsWith("+");
        sandbox.failMessages(new MessageFate.Decision(
                Integer.parseInt(words[0]),
                Optional.of(words[1]).filter(who -> isNumber),
                Optional.of(words[1]).filter(what -> !isNumber),
                isNumber ? Optional.empty() : Optional.of(words[2])));
    }

    /** {@code numbers-ledger}: each campaign by numbers in figures: how many messages, to how many numbers. */
    String ledger() {
        var text = new StringBuilder();
        sandbox.ledgerByNumbers()
                .forEach(sent -> text.append("%s (%s %s): %d messages to %d numbers%n"
                        .formatted(
                                sent.name(),
                                sent.template(),
                                sent.language(),
                                sent.messages().size(),
                                numbers(sent))));
        return text.toString();
    }

    private static long numbers(NumbersLedger sent) {
        return sent.messages().stream()
                .map(NumbersLedger.Message::number)
                .distinct()
                .count();
    }
}
