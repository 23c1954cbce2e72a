package dev.muster.template;

import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.HostName;
import dev.muster.model.text.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody sees of a template, filled in. It may hold a person's values, so none of it is in {@code toString}. */
public record Shown(
        String language,
        Optional<String> header,
        Optional<Media> media,
        String body,
        Optional<String> footer,
        List<Button> buttons) {
    public Shown {
        buttons = List.copyOf(buttons);
    }

    /** A header that is a file; a document may have a name. */
    public record Media(MediaKind kind, String address, Optional<String> filename) {
        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /** A button; {@code value} is the whole address or the code behind it. */
    public record Button(TemplateContent.Kind kind, String label, Optional<String> value) {
        @Override
        public String toString() {
            return "Button[" + kind + "]";
        }
    }

    /** Every host that some phone may take a text, an address or the file of it to lead to. */
    public Set<HostName> hosts() {
        return texts().flatMap(text -> Link.hostsIn(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every text of it: header, file, body, footer, what is behind the buttons. */
    private Stream<String> texts() {
        var above = Stream.concat(header.stream(), media.stream().map(Media::address));
        var below = Stream.concat(footer.stream(), buttons.stream().flatMap(button -> button.value().stream()));
        return Stream.of(above, Stream.of(body), below).flatMap(some -> some);
    }

    @Override
    public String toString() {
        return "Shown[" + language + "]";
    }
}
