package dev.muster.report.json;

import dev.muster.contacts.ContactReport;
import dev.muster.report.Json;
import tools.jackson.databind.node.ObjectNode;

/** The same for programs. */
public final class ContactReportJson {
    private ContactReportJson() {}

    /** The document; {@code imported} is added by whoever imports. */
    public static ObjectNode of(String file, ContactReport report) {
        var document = Json.envelope(!report.stops(), report.findings());
        document.put("file", file)
                .put("rows", report.rows())
                .put("usable", report.usable())
                .put("rewritten_numbers", report.rewritten())
                .put("nameless", report.nameless());
        report.known().ifPresent(known -> document.put("known", known).put("added", report.added()));
        document.put("opt_outs", report.optOuts());
        var labels = document.putObject("labels");
        report.labels().forEach(labels::put);
        Json.texts(document.putArray("new_labels"), report.newLabels());
        Json.texts(document.putArray("fields"), report.fields());
        var found = document.putObject("found");
        report.found().forEach(found::put);
        return document;
    }
}
