package dev.muster.template;

import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import dev.muster.model.text.ValueText.Field;
import dev.muster.model.text.ValueText.Literal;
import dev.muster.model.text.ValueText.Piece;
import dev.muster.template.ValueFault.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be judged of a value before the template and the people are known: what its author wrote out, and what somebody
 * without any value would get. The rules are those of {@link ValueRules}.
 */
public record WrittenValue(ValueText value) {
    private static final Pattern HOST_THAT_ENDS = Pattern.compile("https://[^/?#]+/.*", Pattern.DOTALL);

    /** Stands for what a field has. */
    private static final String SOMETHING = "x";

    /** In the body. */
    public Stream<Kind> faultsInBody() {
        return Stream.concat(faults(), tooLong(ValueRules.LONGEST_BODY, Kind.TOO_LONG_BODY));
    }

    /** In the text of the header. */
    public Stream<Kind> faultsInHeader() {
        return Stream.concat(faults(), tooLong(ValueRules.LONGEST_HEADER, Kind.TOO_LONG_HEADER));
    }

    /** As the name of a document. */
    public Stream<Kind> faultsInName() {
        return faults();
    }

    /** In a button, be it the end of a link or a coupon: every sign of a coupon is one of a link, too. */
    public Stream<Kind> faultsInButton() {
        return Stream.of(
                        empty(),
                        when(!texts().allMatch(LinkRules::isUrlSafe), Kind.URL_UNSAFE),
                        when(value.literals().length() > LinkRules.LONGEST_ADDRESS, Kind.URL_TOO_LONG))
                .flatMap(Optional::stream);
    }

    /** As the address of a picture, a video or a document. One that begins with a field is judged for each person. */
    public Stream<Kind> faultsInMedia(MediaKind kind) {
        if (empty().isPresent()) {
            return empty().stream();
        } else if (value.pieces().get(0) instanceof Field field
                && field.fallback().isEmpty()) {
            return Stream.empty();
        } else if (hostDependsOnField()) {
            return Stream.of(Kind.MEDIA_ADDRESS);
        }
        return LinkRules.ofMedia(kind, filled()).stream();
    }

    private boolean hostDependsOnField() {
        return value.pieces().size() > 1
                && value.pieces().get(0) instanceof Literal literal
                && !HOST_THAT_ENDS.matcher(literal.text()).matches();
    }

    private String filled() {
        return value.pieces().stream()
                .map(piece -> piece instanceof Field field ? field.fallback().orElse(SOMETHING) : text(piece))
                .collect(Collectors.joining());
    }

    private Stream<Kind> faults() {
        boolean hasSpaces = Stream.concat(texts(), value.fallback().stream()).anyMatch(ValueRules::hasManySpaces);
        return Stream.of(empty(), when(hasSpaces, Kind.SPACES)).flatMap(Optional::stream);
    }

    private Optional<Kind> empty() {
        return when(value.fallback().filter(Blanks::isBlank).isPresent(), Kind.EMPTY);
    }

    private Stream<Kind> tooLong(int longest, Kind kind) {
        return when(value.literals().length() > longest, kind).stream();
    }

    private Stream<String> texts() {
        return value.pieces().stream().map(WrittenValue::text);
    }

    private static String text(Piece piece) {
        return piece instanceof Field field ? field.fallback().orElse("") : ((Literal) piece).text();
    }

    private static Optional<Kind> when(boolean wrong, Kind kind) {
        return wrong ? Optional.of(kind) : Optional.empty();
    }
}
