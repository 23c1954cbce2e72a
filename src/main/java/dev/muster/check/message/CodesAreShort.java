package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.text.ValueText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A coupon that WhatsApp finds too long stops the campaign for everybody. Whether a button takes a coupon or the end of a
 * link only the template says, so what looks like a coupon is a warning here.
 */
public final class CodesAreShort {
    /** Others who check templates allow 15 characters; Meta's own limit is not known. */
    private static final Pattern LONG_CODE = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{16,}");

    private CodesAreShort() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(MessageDefinition.class)
                .flatMap(CodesAreShort::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<MessageDefinition> message) {
        Map<?, ?> buttons = message.part("buttons", Map.class).orElse(Map.of());
        return buttons.entrySet().stream()
                .filter(button -> ((ValueText) button.getValue()).fields().isEmpty())
                .filter(button ->
                        LONG_CODE.matcher(button.getValue().toString()).matches())
                .map(button -> MessageRule.COUPON_LONG.at(
                        message.at("buttons." + button.getKey()),
                        "button " + button.getKey() + " has a code of "
                                + button.getValue().toString().length() + " characters"));
    }
}
