package dev.muster.report.html;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * A page as a person can review it: headings, sentences, tables, and what is drawn with its figures. Our pages are
 * well-formed XML too, so the JDK's own parser reads them, and complains about any tag that a text has broken.
 */
final class Outline {
    private static final Set<String> LINES = Set.of("p", "figcaption", "summary", "li", "caption", "a");
    private static final Set<String> SKIPPED = Set.of("head", "nav");

    private final StringBuilder text = new StringBuilder();

    private Outline() {}

    static String of(String page) {
        var outline = new Outline();
        outline.walk(document(page).getDocumentElement());
        return outline.text.toString();
    }

    static Document document(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (Exception e) {
            throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
        }
    }

    /** All elements, in the order of the page. */
    static List<Element> elements(Document page) {
        var found = page.getElementsByTagName("*");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private void walk(Element element) {
        var name = element.getTagName();
        if (SKIPPED.contains(name)) {
            return;
        }
        if (name.matches("h[1-6]")) {
            line("\n" + "#".repeat(name.charAt(1) - '0') + " " + words(element));
        } else if (name.equals("svg")) {
            drawing(element);
        } else if (name.equals("tr")) {
            line("| " + String.join(" | ", children(element).map(Outline::words).toList()) + " |");
        } else if (name.equals("div")
                && children(element).anyMatch(child -> child.getTagName().equals("dt"))) {
            line(String.join(": ", children(element).map(Outline::words).toList()));
        } else if (LINES.contains(name)
                && children(element).noneMatch(child -> child.getTagName().equals("p"))) {
            line((name.equals("li") ? "- " : "") + words(element));
        } else {
            children(element).forEach(this::walk);
        }
    }

    private void drawing(Element svg) {
        children(svg).forEach(part -> {
            switch (part.getTagName()) {
                case "title" -> line("[" + svg.getAttribute("class") + ": " + words(part) + "]");
                case "desc" -> line("[" + words(part) + "]");
                case "text" -> line("    \"" + words(part) + "\"");
                default ->
                    line("    " + part.getAttribute("class") + " from " + part.getAttribute("x") + ", "
                            + part.getAttribute("width") + " wide");
            }
        });
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Words that went and words that came are told apart by more than colour. */
    private static void mark(Element words) {
        children(words).forEach(word -> {
            switch (word.getTagName()) {
                case "del" -> word.setTextContent("[-" + word.getTextContent() + "-]");
                case "ins" -> word.setTextContent("{+" + word.getTextContent() + "+}");
                default -> {}
            }
        });
    }

    private static String words(Element element) {
        if (element.getAttribute("class").equals("words")) {
            mark(element);
        }
        return element.getTextContent()
                .strip()
                .replaceAll("[ \n]*\n[ \n]*", "⏎")
                .replaceAll(" +", " ");
    }

    private static Stream<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                children.add(part);
            }
        }
        return children.stream();
    }
}
