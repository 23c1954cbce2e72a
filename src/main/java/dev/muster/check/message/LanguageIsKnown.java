package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.MessageDefinition.Language;
import dev.muster.definition.MessageDefinition.Template;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.definition.TextOrBlock;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Place;
import dev.muster.model.TemplateLanguages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template in a language that nobody can name reaches nobody; WhatsApp looks for no other language in its place. */
public final class LanguageIsKnown {
    private static final Pattern CODE = Pattern.compile(Language.CODE);

    /** A language code as it is written, and where. */
    private record Code(String text, Place place) {}

    private LanguageIsKnown() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents.all().flatMap(LanguageIsKnown::findings).toList();
    }

    private static Stream<Diagnostic> findings(Document document) {
        return document.blocks(MessageDefinition.class)
                .filter(message -> message.isBound("text"))
                .flatMap(message -> codes(document, message.path())
                        .flatMap(code ->
                                finding(code, message.part("text", String.class).isEmpty()).stream()));
    }

    private static Stream<Code> codes(Document document, String message) {
        var path = message + ".template";
        return Stream.concat(
                document.blocks(Template.class)
                        .filter(template -> template.path().equals(path))
                        .flatMap(LanguageIsKnown::fixed),
                document.blocks(Language.class)
                        .filter(language -> language.path().equals(path + ".language"))
                        .flatMap(LanguageIsKnown::chosen));
    }

    private static Stream<Code> fixed(Block<Template> template) {
        return template
                .part("language", TextOrBlock.class)
                .flatMap(
                        language -> language instanceof TextOrBlock.Text<?> text ? Optional.of(text) : Optional.empty())
                .map(text -> new Code(text.text(), template.at("language")))
                .stream();
    }

    private static Stream<Code> chosen(Block<Language> language) {
        var otherwise = language.part("otherwise", String.class).map(code -> new Code(code, language.at("default")));
        return Stream.concat(Stream.of("map", "labels").flatMap(key -> codes(language, key)), otherwise.stream());
    }

    private static Stream<Code> codes(Block<Language> language, String key) {
        Map<?, ?> map = language.part(key, Map.class).orElse(Map.of());
        return map.entrySet().stream()
                .map(pair -> new Code(String.valueOf(pair.getValue()), language.at(key + "." + pair.getKey())));
    }

    private static Optional<Diagnostic> finding(Code code, boolean byNumbers) {
        if (!CODE.matcher(code.text()).matches()) {
            return Optional.of(MessageRule.TEMPLATE_LANGUAGE.at(
                    code.place(),
                    "this is not a language code: " + Quoted.of(code.text()),
                    meant(code.text()).orElse("write a code such as en or en_US")));
        }
        return byNumbers && !TemplateLanguages.CODES.contains(code.text())
                ? Optional.of(MessageRule.TEMPLATE_LANGUAGE_UNSUPPORTED.at(
                        code.place(),
                        "SeaX does not support the language " + Quoted.of(code.text()),
                        meant(code.text()).orElse(MessageRule.TEMPLATE_LANGUAGE_UNSUPPORTED.mend())))
                : Optional.empty();
    }

    private static Optional<String> meant(String code) {
        var near = TemplateLanguages.near(code);
        var codes = near.isEmpty()
                ? Suggestions.to(code, TemplateLanguages.CODES).stream().toList()
                : near;
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of("did you mean "
                        + codes.stream().map(each -> "`" + each + "`").collect(Collectors.joining(" or ")) + "?");
    }
}
