package dev.muster.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Template;
import dev.muster.model.TemplateContent.Button;
import dev.muster.model.TemplateContent.Header;
import dev.muster.model.TemplateContent.Kind;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import dev.muster.testing.Chance;
import dev.muster.testing.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Random templates, messages and people. Whoever reads only the components and the template, as WhatsApp does, gets the texts
 * that were shown; a person is sendable exactly when a checker that is written with regular expressions finds nothing.
 */
class RenderingPropertyTest {
    private static final int PEOPLE = 40;
    private static final List<String> FIELDS = List.of("first", "last", "city", "id", "code", "url", "day", "sum");
    private static final List<String> WORDS =
            List.of("Hi ", " and ", ", see ", ".\n\n", " ", "! ", "20% ", "\uD83C\uDF89 ");
    private static final List<String> LITERALS = List.of("", "dear ", "a", "x1", "20", "-", " ");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\u00a0",
            "Ada",
            "Ada Lovelace",
            "a\tb",
            "a\nb",
            "a    b",
            "a     b",
            "a\u00a0\u2003\u2009  b",
            "\u202eevil",
            "zero\u200bwidth",
            "\u2028",
            "c7",
            "A1B2",
            "a b",
            "a/b?c=1",
            "100%",
            "%41",
            "é",
            "https://shop.example/7",
            "https://cdn.example.com/a.jpg",
            "http://cdn.example.com/a.jpg",
            ".evil.example",
            "{name}",
            "{{1}}",
            "$1\\",
            "2026-12-31",
            "2026-02-30",
            "12.5",
            "12,5",
            "x".repeat(59),
            "x".repeat(1020),
            "\uD83D\uDE00".repeat(30));

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_wire_says_what_was_shown_and_faults_are_those_of_a_simple_checker(long seed) {
        var world = new World(seed);
        var template = world.template();
        var message = world.message(template);
        var renderer = new TemplateRenderer(message, template);
        for (int person = 0; person < PEOPLE; person++) {
            var fields = world.person();
            var rendered = renderer.render(name -> Optional.ofNullable(fields.get(name)));
            var expected = new SimpleChecker(template, message, fields);
            assertThat(rendered.isSendable())
                    .as("%s %s", fields, rendered.faults())
                    .isEqualTo(expected.isSendable());
            if (rendered.isSendable()) {
                assertThat(read(template, rendered.components())).isEqualTo(shown(rendered.shown()));
                assertThat(rendered.masked().buttons())
                        .hasSameSizeAs(rendered.shown().buttons());
            }
        }
    }

    private static List<String> shown(Shown shown) {
        var lines = new ArrayList<String>();
        shown.header().ifPresent(lines::add);
        shown.media().ifPresent(media -> lines.add(media.kind() + " " + media.address()));
        lines.add(shown.body());
        shown.buttons()
                .forEach(
                        button -> lines.add(button.kind() + " " + button.value().orElse("")));
        return lines;
    }

    /** The message as somebody puts it together who knows the template and what the request carries. */
    private static List<String> read(Template template, JsonNode components) {
        var content = template.content().orElseThrow();
        var lines = new ArrayList<String>();
        content.header().ifPresent(header -> lines.add(header(template, header, components)));
        lines.add(filled(template, content.body(), parameters(components, "body")));
        for (int index = 0; index < content.buttons().size(); index++) {
            var button = content.buttons().get(index);
            lines.add(button.kind() + " " + button.address().orElse("") + button(components, index));
        }
        return lines;
    }

    private static String header(Template template, Header header, JsonNode components) {
        var parameters = parameters(components, "header");
        if (header instanceof Header.Text text) {
            return filled(template, text.text(), parameters);
        }
        var type = parameters.get(0).get("type").asString();
        return type.toUpperCase(Locale.ROOT) + " "
                + parameters.get(0).get(type).get("link").asString();
    }

    private static List<JsonNode> parameters(JsonNode components, String type) {
        return components.values().stream()
                .filter(component -> component.get("type").asString().equals(type))
                .flatMap(component -> component.get("parameters").values().stream())
                .toList();
    }

    private static String filled(Template template, String text, List<JsonNode> parameters) {
        var names = new ArrayList<String>();
        for (var parameter : parameters) {
            names.add(
                    template.positional()
                            ? String.valueOf(names.size() + 1)
                            : parameter.get("parameter_name").asString());
        }
        return Pattern.compile("\\{\\{(\\w+)}}")
                .matcher(text)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        parameters.get(names.indexOf(slot.group(1))).get("text").asString()));
    }

    private static String button(JsonNode components, int index) {
        return components.values().stream()
                .filter(component ->
                        component.has("index") && component.get("index").asInt() == index)
                .map(component -> component.get("parameters").get(0))
                .map(parameter -> parameter.path("text").asString("")
                        + parameter.path("coupon_code").asString(""))
                .collect(Collectors.joining());
    }

    /** One random template, a message that fits it, and people. */
    private static final class World {
        private final Chance chance;

        World(long seed) {
            chance = new Chance(seed);
        }

        Template template() {
            boolean isCounted = chance.below(2) == 0;
            int slots = chance.below(4);
            var names = IntStream.rangeClosed(1, slots)
                    .mapToObj(slot -> isCounted ? String.valueOf(slot) : "slot_" + slot)
                    .collect(Collectors.toCollection(ArrayList::new));
            var body = new StringBuilder("Hello");
            names.forEach(name -> body.append(word()).append("{{").append(name).append("}}"));
            some(names)
                    .forEach(name ->
                            body.append(word()).append("{{").append(name).append("}}"));
            var templates = isCounted
                    ? Templates.counted("random", body + word() + "end")
                    : Templates.named("random", body + word() + "end");
            return header(templates, isCounted)
                    .buttons(IntStream.range(0, chance.below(5))
                            .mapToObj(place -> button())
                            .toArray(Button[]::new))
                    .listed();
        }

        private List<String> some(List<String> names) {
            return names.isEmpty() ? names : chance.some(names, 2);
        }

        private String word() {
            return chance.oneOf(WORDS);
        }

        private Templates header(Templates templates, boolean isCounted) {
            return switch (chance.below(4)) {
                case 0 -> templates.header("For {{" + (isCounted ? "1" : "who") + "}}");
                case 1 -> templates.header("News");
                case 2 -> templates.header(MediaKind.IMAGE);
                default -> templates;
            };
        }

        private Button button() {
            return switch (chance.below(5)) {
                case 0 -> Templates.link("https://shop.example/v/", true);
                case 1 -> Templates.link("https://shop.example", true);
                case 2 -> Templates.CODE;
                case 3 -> Templates.link("https://shop.example/terms", false);
                default -> Templates.STOP;
            };
        }

        TemplateMessage message(Template template) {
            var content = template.content().orElseThrow();
            var buttons = new TreeMap<Integer, ValueText>();
            for (int i = 0; i < content.buttons().size(); i++) {
                if (content.buttons().get(i).slot()) {
                    buttons.put(i + 1, value("code"));
                }
            }
            return new TemplateMessage(
                    "random",
                    new LanguageRule.Fixed("en_US"),
                    content.header().flatMap(this::header),
                    body(template, content.bodySlots()),
                    buttons,
                    false);
        }

        private Optional<TemplateMessage.Header> header(Header header) {
            if (header instanceof Header.Media media) {
                return Optional.of(new TemplateMessage.Header.Media(media.kind(), value("url"), Optional.empty()));
            }
            boolean hasSlot = ((Header.Text) header).slot().isPresent();
            return hasSlot ? Optional.of(new TemplateMessage.Header.Text(value("first"))) : Optional.empty();
        }

        private Body body(Template template, List<String> slots) {
            if (template.positional()) {
                return new Body.Counted(
                        slots.stream().map(slot -> value("last")).toList());
            }
            var values = new TreeMap<String, ValueText>();
            slots.forEach(slot -> values.put(slot, value("city")));
            return new Body.Named(values);
        }

        private ValueText value(String usual) {
            var field = chance.below(2) == 0 ? usual : chance.oneOf(FIELDS);
            var format = switch (field) {
                case "day" -> ":date";
                case "sum" -> ":number";
                default -> "";
            };
            var fallback = chance.below(3) == 0 ? "|" + chance.oneOf(List.of("there", "", "CODE1")) : "";
            return ValueText.parse(
                    chance.oneOf(LITERALS) + "{" + field + format + fallback + "}" + chance.oneOf(LITERALS));
        }

        Map<String, String> person() {
            var fields = new HashMap<String, String>();
            for (var field : FIELDS) {
                switch (chance.below(8)) {
                    case 0 -> {}
                    case 1, 2 -> fields.put(field, chance.oneOf(VALUES));
                    default -> fields.put(field, usual(field));
                }
            }
            return fields;
        }

        private static String usual(String field) {
            return switch (field) {
                case "url" -> "https://cdn.example.com/a.png";
                case "day" -> "2026-12-31";
                case "sum" -> "1234.50";
                default -> "Ada7";
            };
        }
    }

    /** The rules once more, each as a regular expression, over texts that are put together anew. */
    private record SimpleChecker(Template template, TemplateMessage message, Map<String, String> fields) {
        private static final String HIDDEN = "(?s).*[\\p{Cf}\\p{Cc}\\x{2028}\\x{2029}].*";

        boolean isSendable() {
            var content = template.content().orElseThrow();
            var slots = new TreeSet<Boolean>();
            message.header().ifPresent(header -> slots.add(isHeader(header)));
            message.body().values().forEach(value -> slots.add(isText(value)));
            message.buttons()
                    .forEach((place, value) ->
                            slots.add(isButton(content.buttons().get(place - 1), value)));
            slots.add(body().length() <= 1024);
            return !slots.contains(false);
        }

        private boolean isHeader(TemplateMessage.Header header) {
            var value = text(header.value());
            return header instanceof TemplateMessage.Header.Media
                    ? value.filter(text -> text.matches("https://[a-z]+\\.example(\\.com)?(/[^\\s{}\\\\\"%]*)?")
                                    && !text.matches(".*/[^/?]*\\.(gif|pdf|mp4)(\\?.*)?"))
                            .isPresent()
                    : isText(header.value()) && value.orElse("").length() + "For ".length() <= 60;
        }

        private boolean isText(ValueText value) {
            return text(value)
                    .filter(text -> !text.matches(HIDDEN) && !text.matches("(?s).*\\p{Zs}{5}.*"))
                    .isPresent();
        }

        private boolean isButton(Button button, ValueText value) {
            var text = text(value).orElse("\n");
            if (button.kind() == Kind.COPY_CODE) {
                return text.matches("[A-Za-z0-9]{1,20}");
            }
            var address = button.address().orElse("");
            return text.matches("([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
                    && !text.matches("(?i)https?://.*")
                    && (address.endsWith("/") || text.matches("[/?#].*"))
                    && (address + text).length() <= 2000;
        }

        /** What fills a slot, where something does. */
        private Optional<String> text(ValueText value) {
            var text = new StringBuilder();
            for (var piece : value.pieces()) {
                var own = piece instanceof ValueText.Field field
                        ? field(field)
                        : Optional.of(((ValueText.Literal) piece).text());
                if (own.isEmpty()) {
                    return Optional.empty();
                }
                text.append(own.get());
            }
            return Optional.of(text.toString()).filter(all -> !all.matches("(?U)[\\s\\p{Z}]*"));
        }

        private Optional<String> field(ValueText.Field field) {
            var value = Optional.ofNullable(fields.get(field.name())).filter(text -> !text.matches("(?U)[\\s\\p{Z}]*"));
            return value.isEmpty() ? field.fallback() : value.flatMap(text -> formatted(field, text));
        }

        private static Optional<String> formatted(ValueText.Field field, String value) {
            return switch (field.format()) {
                case TEXT -> Optional.of(value);
                case DATE -> value.equals("2026-12-31") ? Optional.of("December 31, 2026") : Optional.empty();
                case NUMBER ->
                    Map.of("1234.50", "1,234.50", "12.5", "12.5").entrySet().stream()
                            .filter(known -> known.getKey().equals(value))
                            .map(Map.Entry::getValue)
                            .findFirst();
            };
        }

        private String body() {
            var names = template.content().orElseThrow().bodySlots();
            return Pattern.compile("\\{\\{(\\w+)}}")
                    .matcher(template.body().orElseThrow())
                    .replaceAll(
                            slot -> Matcher.quoteReplacement(text(value(names.indexOf(slot.group(1)), slot.group(1)))
                                    .orElse("")));
        }

        private ValueText value(int place, String name) {
            return message.body() instanceof Body.Named named
                    ? Objects.requireNonNull(named.slots().get(name))
                    : message.body().values().get(place);
        }
    }
}
