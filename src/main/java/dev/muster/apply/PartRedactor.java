package dev.muster.apply;

import dev.muster.plan.PartRequest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SeaX says of a part, without its people: an answer may echo numbers and values, and the lock, which is committed to git,
 * keeps neither. A number is found however its digits are set apart, a value as it is and as JSON writes it.
 */
final class PartRedactor {
    /** As many of a number's last digits as two people hardly share within one answer. */
    private static final int TELLING_DIGITS = 7;

    /** A shorter value would be found inside other words, so it is looked for as a word. */
    private static final int TELLING_LETTERS = 8;

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9](?:[ ().\\-]{0,2}[0-9]){6,}");

    private static final Pattern IDS = Pattern.compile("\"(?:id|job_id)\"\\s*:\\s*\"[^\"\\\\]*\"");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Set<String> endings = new HashSet<>();
    private final Set<String> values = new LinkedHashSet<>();

    PartRedactor(PartRequest request) {
        request.numbers().forEach(number -> endings.add(ending(number)));
        JSON.readTree(request.body())
                .path("highly_structured_message")
                .path("destinations")
                .forEach(destination -> collect(destination.path("components")));
    }

    private void collect(JsonNode components) {
        components.forEach(component -> component.path("parameters").forEach(this::values));
    }

    private void values(JsonNode parameter) {
        for (var field : new String[] {"text", "coupon_code"}) {
            parameter.path(field).stringValueOpt().ifPresent(values::add);
        }
        parameter
                .path(parameter.path("type").asString(""))
                .forEach(part -> part.stringValueOpt().ifPresent(values::add));
    }

    /** The ids by which SeaX knows the campaign stay as they are: a later run may have nothing else. */
    String of(String said) {
        var discreet = new StringBuilder();
        int done = 0;
        for (var id : IDS.matcher(said).results().toList()) {
            discreet.append(withoutPeople(said.substring(done, id.start()))).append(id.group());
            done = id.end();
        }
        return discreet.append(withoutPeople(said.substring(done))).toString();
    }

    private String withoutPeople(String said) {
        var discreet = DIGITS.matcher(said).replaceAll(this::hidden);
        for (var value : values) {
            discreet = without(value, discreet);
        }
        return discreet;
    }

    private String hidden(MatchResult digits) {
        return endings.contains(ending(digits.group())) ? "[number]" : Matcher.quoteReplacement(digits.group());
    }

    private static String ending(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - TELLING_DIGITS));
    }

    private static String without(String value, String said) {
        var found = said;
        for (var form : new String[] {value, bare(JSON, value), bare(ASCII, value)}) {
            if (found.contains(form)) {
                found = form.length() >= TELLING_LETTERS
                        ? found.replace(form, "[value]")
                        : Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}_])")
                                .matcher(found)
                                .replaceAll("[value]");
            }
        }
        return found;
    }

    private static String bare(JsonMapper mapper, String value) {
        var quoted = mapper.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
