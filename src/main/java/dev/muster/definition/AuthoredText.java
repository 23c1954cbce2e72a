package dev.muster.definition;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Mojibake;
import dev.muster.diagnostic.Place;
import dev.muster.model.text.Placeholder;
import dev.muster.model.text.TextSlip;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A text that somebody wrote, and whether it says what it looks like: no character that hides, none that a program lost,
 * nothing in a wrong encoding, and in a message nothing that people would read as it stands. {@code name} is what findings
 * call it; {@code at} gives the place of signs within it, of no signs the place of the whole.
 */
public record AuthoredText(Kind kind, Supplier<String> name, String text, Function<String, Place> at) {
    /** What the text is, and where its author can mend it. */
    public enum Kind {
        /** A name, a label, an address. */
        LINE,
        /** What fills a slot of a template: one line that people read. */
        VALUE,
        /** What people read, in a definition. */
        MESSAGE,
        /** What a person reads, on the command line. */
        TYPED_MESSAGE
    }

    private boolean isLine() {
        return kind == Kind.LINE || kind == Kind.VALUE;
    }

    /** Everything that is wrong with it; of a text that is not whole, only that. */
    public List<Diagnostic> findings() {
        var unsafe = firstUnsafe();
        if (unsafe.isPresent()) {
            return List.of(hidden(text.codePointAt(unsafe.getAsInt())));
        }
        return isWhole() ? Stream.concat(encoding(), asItStands()).toList() : List.of(lost());
    }

    /** Whether every character is there and can be seen. */
    public boolean isWhole() {
        return firstUnsafe().isEmpty() && text.indexOf(DecodedText.LOST) < 0;
    }

    private OptionalInt firstUnsafe() {
        return isLine() ? Characters.firstUnsafeInLine(text) : Characters.firstUnsafeInMessage(text);
    }

    private Diagnostic hidden(int character) {
        var help = character == '\n' ? "write the value on one line" : "remove the character";
        return (isLine() ? KeyRule.VALUE_CONTROL_CHARACTER : MessageRule.CONTROL_CHARACTER)
                .at(
                        at.apply(""),
                        name.get() + " holds " + Characters.name(character) + ", which cannot be seen in review",
                        isLine()
                                ? help
                                : "remove it; a message may have line breaks, and joiners where a script or an emoji needs them");
    }

    /** A character that some program could not read, and replaced. */
    private Diagnostic lost() {
        return MessageRule.TEXT_LOST_CHARACTER.at(
                at.apply(String.valueOf(DecodedText.LOST)),
                name.get() + " holds " + Characters.name(DecodedText.LOST)
                        + ", which a program wrote for a character that it could not read",
                kind == Kind.TYPED_MESSAGE
                        ? "write the character again"
                        : "write the character again, and save the file as UTF-8");
    }

    /** Text that some program read in another encoding than it was written in. */
    private Stream<Diagnostic> encoding() {
        return Mojibake.in(text).stream()
                .map(found -> MessageRule.TEXT_WRONG_ENCODING.at(
                        at.apply(found.word()),
                        name.get() + " holds " + Quoted.of(found.word()) + ", which was probably "
                                + Quoted.of(found.meant())));
    }

    private Stream<Diagnostic> asItStands() {
        return switch (kind) {
            case LINE -> Stream.empty();
            // fields of a value have a form of their own, and what fills a link is judged for each person
            case VALUE ->
                TextSlip.in(text).stream()
                        .filter(slip -> slip.cause() != TextSlip.Cause.PLACEHOLDER_IN_LINK)
                        .map(this::slip);
            case MESSAGE, TYPED_MESSAGE ->
                Stream.concat(
                        Placeholder.malformedIn(text).stream().map(this::malformed),
                        TextSlip.in(text).stream().map(this::slip));
        };
    }

    /** A placeholder that is not understood is sent to everyone as it stands: "Hello {{name}}". */
    private Diagnostic malformed(String braces) {
        return MessageRule.PLACEHOLDER_MALFORMED.at(
                at.apply(braces),
                "people would read " + Quoted.of(braces) + " literally",
                kind == Kind.TYPED_MESSAGE
                        ? "write the text without braces"
                        : "a placeholder is `{name}`: one pair of braces, letters, digits and `_`");
    }

    private Diagnostic slip(TextSlip slip) {
        var rule = rule(slip.cause());
        return rule.at(
                at.apply(slip.signs()),
                slip.said(Quoted.of(slip.signs())),
                kind == Kind.TYPED_MESSAGE ? slip.cause().helpWhereTyped() : rule.mend());
    }

    private static MessageRule rule(TextSlip.Cause cause) {
        return switch (cause) {
            case ESCAPE -> MessageRule.ESCAPE_AS_WRITTEN;
            case MERGE_TAG -> MessageRule.FOREIGN_MERGE_TAG;
            case PLACEHOLDER_IN_LINK -> MessageRule.PLACEHOLDER_IN_LINK;
        };
    }
}
