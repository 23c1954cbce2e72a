package dev.muster.apply;

import dev.muster.plan.PartRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * SeaX's answer to a part, held against the request. There are two documented forms, of which neither has all fields, so a field
 * that is missing contradicts nothing.
 */
final class PartAnswerCheck {
    private static final Set<String> TYPES = Set.of("WHATSAPP_BUSINESS_PLATFORM_MESSAGE", "WHATSAPP");

    private PartAnswerCheck() {}

    /** Where they differ, in sentences without a stop. */
    static List<String> of(StrictResponse shape, PartRequest asked) {
        var found = new ArrayList<String>();
        var marker = asked.part().marker();
        shape.text("name")
                .filter(name -> !name.endsWith(marker.suffix()))
                .ifPresent(name -> found.add("the name in SeaX's answer does not carry the marker " + marker));
        shape.text("type")
                .filter(type -> !TYPES.contains(type.toUpperCase(Locale.ROOT)))
                .ifPresent(type -> found.add("the type in SeaX's answer is not a WhatsApp campaign"));
        shape.text("status")
                .filter(status -> status.toLowerCase(Locale.ROOT).matches(".*(fail|error|reject|cancel).*"))
                .ifPresent(status -> found.add("SeaX gave it an id, but says " + ServerText.clean(status)));
        count(shape.wholeNumber("total_destinations"), asked.numbers().size(), found);
        return List.copyOf(found);
    }

    private static void count(OptionalLong said, int asked, List<String> found) {
        if (said.isPresent() && said.getAsLong() != asked) {
            found.add("SeaX counts " + said.getAsLong() + " destinations, asked were " + asked);
        }
    }
}
