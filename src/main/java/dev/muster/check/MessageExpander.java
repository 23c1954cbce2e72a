package dev.muster.check;

import dev.muster.definition.MessageDefinition;
import dev.muster.definition.MessageDefinition.Language;
import dev.muster.definition.MessageDefinition.WithoutValue;
import dev.muster.definition.Slots;
import dev.muster.definition.TextOrBlock;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.SendBy;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people read, as written, to a message of the model; {@code shorten} where the message does not say it. */
record MessageExpander(MessageDefinition written, boolean shorten) {

    /** Empty when the message is of the other way, or a rule reports what is wrong with it. */
    Optional<Message> message(SendBy way) {
        return way == SendBy.NUMBERS ? byNumbers().map(Message::of) : byLabels();
    }

    private Optional<Message> byLabels() {
        var template = written.template()
                .flatMap(t -> t.language() instanceof TextOrBlock.Text<Language> code
                        ? Optional.of(new Message.Template(t.name(), code.text()))
                        : Optional.empty());
        return written.text()
                .filter(text -> template.isPresent() == written.template().isPresent())
                .map(text -> new Message(
                        text,
                        written.media(),
                        written.shortenLinks().orElse(shorten),
                        template,
                        written.placeholders()));
    }

    private Optional<TemplateMessage> byNumbers() {
        var header = header();
        return written.template()
                .filter(template -> header.isPresent() == written.header().isPresent())
                .flatMap(template -> language(template.language())
                        .map(language -> new TemplateMessage(
                                template.name(), language, header, body(), buttons(), leavesOut())));
    }

    private boolean leavesOut() {
        return written.withoutValue().filter(WithoutValue.LEAVE_OUT::equals).isPresent();
    }

    private static Optional<LanguageRule> language(TextOrBlock<Language> written) {
        return written instanceof TextOrBlock.Inline<Language> inline
                ? rule(inline.block())
                : Optional.of(new LanguageRule.Fixed(((TextOrBlock.Text<Language>) written).text()));
    }

    private static Optional<LanguageRule> rule(Language rule) {
        if (rule.field().isPresent() != rule.labels().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rule.field()
                .<LanguageRule>map(field -> new LanguageRule.ByField(field, rule.map(), rule.otherwise()))
                .orElseGet(() -> new LanguageRule.ByLabel(byLabel(rule.labels()), rule.otherwise())));
    }

    private static Map<LabelName, String> byLabel(Map<String, String> written) {
        var labels = new LinkedHashMap<LabelName, String>();
        written.forEach((label, code) -> labels.put(new LabelName(label), code));
        return labels;
    }

    private Optional<Header> header() {
        return written.header().flatMap(header -> {
            var texts = header.text().<Header>map(Header.Text::new);
            var headers = Stream.of(
                            media(MediaKind.IMAGE, header.image(), Optional.empty()),
                            media(MediaKind.VIDEO, header.video(), Optional.empty()),
                            media(MediaKind.DOCUMENT, header.document(), header.filename()),
                            texts)
                    .flatMap(Optional::stream)
                    .toList();
            return headers.size() == 1 ? Optional.of(headers.get(0)) : Optional.empty();
        });
    }

    private static Optional<Header> media(MediaKind kind, Optional<ValueText> value, Optional<ValueText> filename) {
        return value.map(address -> new Header.Media(kind, address, filename));
    }

    private Body body() {
        return written.body().map(MessageExpander::body).orElse(Body.Counted.NONE);
    }

    private static Body body(Slots slots) {
        return slots instanceof Slots.Named named
                ? new Body.Named(new TreeMap<>(named.values()))
                : new Body.Counted(((Slots.Counted) slots).values());
    }

    private TreeMap<Integer, ValueText> buttons() {
        return new TreeMap<>(written.buttons());
    }
}
