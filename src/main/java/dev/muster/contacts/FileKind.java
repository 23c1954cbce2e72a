package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are often handed over in the place of a CSV file, by their first bytes. */
record FileKind(String begins, String what, String help) {
    private static final int LONGEST = 16;
    private static final String SAVE = "open it in a spreadsheet and save it as \"CSV UTF-8\"";

    /** The signatures are those of the formats' own documents: ZIP, OLE, PDF, gzip, HTML, vCard, JSON. */
    private static final List<FileKind> OTHERS = List.of(
            new FileKind("pk\u0003\u0004", "a workbook or another ZIP file", SAVE),
            new FileKind("\u00d0\u00cf\u0011\u00e0", "a workbook of Excel 97", SAVE),
            new FileKind("%pdf-", "a PDF file", "export it from its source as \"CSV UTF-8\""),
            new FileKind("\u001f\u008b", "compressed", "unpack it first: gunzip"),
            new FileKind("<html", "a web page", SAVE),
            new FileKind("<!doctype", "a web page", SAVE),
            new FileKind("<table", "a web page", SAVE),
            new FileKind("<?xml", "XML", SAVE),
            new FileKind("begin:vcard", "a vCard", "export the contacts as CSV"),
            new FileKind("[{", "JSON", "export the contacts as CSV"),
            new FileKind("{\"", "JSON", "export the contacts as CSV"));

    /** What is wrong with a file that is no CSV file at all. */
    static Optional<Diagnostic> check(ContactFile file) throws IOException {
        try (var in = file.content().open()) {
            var start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1)
                    .replace("\u00ef\u00bb\u00bf", "")
                    .toLowerCase(Locale.ROOT);
            return OTHERS.stream()
                    .filter(kind -> start.startsWith(kind.begins()))
                    .findFirst()
                    .map(kind -> ContactRule.NOT_CSV.at(
                            Place.of(file.name()), "the file is " + kind.what() + ", not CSV", kind.help()));
        }
    }
}
