package dev.muster.report.html;

import gg.jte.Content;
import java.util.List;

/**
 * The frame of a report: what stands above and below every page of ours, and what a browser may do with it, which is to show
 * it.
 *
 * @param title for the browser's tab
 * @param eyebrow what kind of page this is, in a few words above the headline
 * @param headline the one sentence to take away
 * @param sections what a reader can jump to
 * @param imprint where the page comes from
 */
record HtmlPage(
        String title, String eyebrow, String headline, String lead, List<Section> sections, List<Fact> imprint) {
    HtmlPage {
        sections = List.copyOf(sections);
        imprint = List.copyOf(imprint);
    }

    /** A part of the page, by the id of its heading. */
    record Section(String id, String name) {}

    /** Something known, with its name. */
    record Fact(String name, String value) {}

    /** Nothing is loaded, run or sent; the one style sheet is known by its hash. */
    String contentPolicy() {
        return "default-src 'none'; style-src '" + HtmlTemplates.STYLE_HASH
                + "'; img-src 'none'; base-uri 'none'; form-action 'none'";
    }

    Content style() {
        return output -> output.writeContent(HtmlTemplates.STYLE);
    }
}
