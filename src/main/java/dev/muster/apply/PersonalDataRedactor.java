package dev.muster.apply;

import dev.muster.model.SingleMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SeaX says of a single message, without the person: an answer echoes number and text, and the lock, which is committed
 * to git, keeps neither. The number is found however its digits are set apart, the text as it is and as JSON writes it.
 */
final class PersonalDataRedactor {
    /** As many of a number's last digits as two people hardly share within one answer. */
    private static final int TELLING_DIGITS = 7;

    /** A shorter text would be found inside other words; in quotation marks it is found all the same. */
    private static final int TELLING_LETTERS = 8;

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Pattern number;
    private final List<String> texts;

    PersonalDataRedactor(SingleMessage message) {
        number = Pattern.compile("[+0-9 ().\\-]{0,12}" + lastDigits(message.to()));
        texts = forms(message.text()).toList();
    }

    String of(String said) {
        var discreet = said;
        for (var text : texts) {
            discreet = discreet.replace(text, "[text]");
        }
        return number.matcher(discreet).replaceAll("[number]");
    }

    private static String lastDigits(String e164) {
        var last = e164.substring(Math.max(0, e164.length() - TELLING_DIGITS)).replace("+", "");
        return Arrays.stream(last.split("")).collect(Collectors.joining("[ ().\\-]*"));
    }

    private static Stream<String> forms(String text) {
        var quoted = Stream.of(JsonMapper.shared(), ASCII)
                .map(mapper -> mapper.writeValueAsString(text))
                .distinct()
                .toList();
        var bare = quoted.stream().map(form -> form.substring(1, form.length() - 1));
        return Stream.concat(
                quoted.stream(), Stream.concat(bare, Stream.of(text)).filter(form -> form.length() >= TELLING_LETTERS));
    }
}
