package dev.muster.diagnostic;

/** What can be wrong with a file of contacts that is to be imported. */
public enum ContactRule implements Rule {
    COLUMN_NAME("contacts/column-name", Severity.ERROR, """
            A column has no name, or the name of a column that SeaX reads as its own.
            Mend: name the column in the first row, rename it, or remove it"""),
    COLUMN_TWICE("contacts/column-twice", Severity.ERROR, """
            Two columns have one name. SeaX would import only one of them.
            Mend: rename one of them, or leave one out with `--column "NAME=ignore"`"""),
    CONSENT_IN_FIELD("contacts/consent-in-field", Severity.WARNING, """
            A column says that people do not consent. A contact field keeps nobody from being messaged.
            Mend: write a label of `policy.always_exclude` into the column `labels` of their rows"""),
    EMPTY("contacts/empty", Severity.ERROR, """
            The file is empty, so there is nobody to import.
            Mend: begin it with a row of column names: name,phone,labels"""),
    ENCODING("contacts/encoding", Severity.ERROR, """
            The file is not in the encoding that it is read in. Names would arrive broken.
            Mend: save it as "CSV UTF-8", or name its encoding with `--encoding`"""),
    FORMULA("contacts/formula", Severity.WARNING, """
            A value begins like a formula. A spreadsheet runs it when somebody opens an export.
            Mend: write it without the first character if no formula is meant"""),
    HEADER_TWICE("contacts/header-twice", Severity.ERROR, """
            A row repeats the names of the columns. Two files were probably joined, perhaps with other columns.
            Mend: remove the row, and check that both files have the same columns"""),
    HIDDEN_CHARACTER("contacts/hidden-character", Severity.ERROR, """
            A value holds a character that cannot be seen or that deceives the reader.
            Mend: remove the character"""),
    LABEL_EMPTY("contacts/label-empty", Severity.WARNING, """
            A cell has a comma without a label.
            Mend: remove the comma"""),
    LABEL_FORM("contacts/label-form", Severity.ERROR, """
            Labels are separated in a way that SeaX does not read. It would make one label of all of them.
            Mend: separate labels by commas, inside one value in quotes: `"vip,newsletter"`"""),
    LABEL_IGNORED("contacts/label-ignored", Severity.WARNING, """
            A column that is left out holds a label that keeps people from being messaged.
            Mend: write the label into the column `labels` of these rows"""),
    LABEL_IN_FIELD("contacts/label-in-field", Severity.WARNING, """
            A value of a contact field is the name of a label. As a field it gives nobody the label.
            Mend: write labels into the column `labels`; to keep the field, give `--column "NAME=field"`"""),
    LABEL_TWICE("contacts/label-twice", Severity.WARNING, """
            A cell names one label two times.
            Mend: remove one of them"""),
    LABEL_TWIN("contacts/label-twin", Severity.ERROR, """
            A label looks like another one. Whoever gets the wrong one is in no audience, or is not excluded.
            Mend: write the other label; if a new one is meant, make it in SeaX first"""),
    LABELS_SEPARATED("contacts/labels-separated", Severity.NOTE, """
            The file separates labels by another sign than a comma. Muster reads them as several labels.
            Mend: look whether the labels below are right; if one label is meant, make it in SeaX first"""),
    LIKELY_COLUMN("contacts/likely-column", Severity.ERROR, """
            A column looks like one that Muster knows, and would be imported as a contact field. It is a warning where
            no number and no label is lost.
            Mend: rename the column, or say what it is with `--column "NAME=phone"`, `=labels`, `=field` or `=ignore`"""),
    LIKELY_TWICE("contacts/likely-twice", Severity.WARNING, """
            Two rows probably have one WhatsApp account. The person would get every message twice.
            Mend: merge the rows if both are one account"""),
    LINE_BREAK("contacts/line-break", Severity.ERROR, """
            A name has more than one line. It is a warning in other columns, where a message would show the line
            break.
            Mend: write the value on one line"""),
    LINK_IN_NAME("contacts/link-in-name", Severity.WARNING, """
            A name holds a link, which a message with `{name}` shows to people.
            Mend: write the person's name, or leave it blank"""),
    LOST_CHARACTER("contacts/lost-character", Severity.ERROR, """
            A value holds a sign that a program wrote for a character that it could not read.
            Mend: write the character again, or export the file again as UTF-8"""),
    NO_NUMBER("contacts/no-number", Severity.ERROR, """
            The row has no number, so nobody can be reached.
            Mend: add the number, or remove the row"""),
    NO_NUMBER_COLUMN("contacts/no-number-column", Severity.ERROR, """
            The first row names no column with numbers.
            Mend: begin the file with a row of column names, such as `name,phone,labels`"""),
    NO_ROWS("contacts/no-rows", Severity.ERROR, """
            The file names columns and holds no person.
            Mend: export it again with its rows"""),
    NO_SUCH_COLUMN("contacts/no-such-column", Severity.ERROR, """
            `--column` names a column that the file does not have.
            Mend: write it exactly as in the file"""),
    NOT_CSV("contacts/not-csv", Severity.ERROR, """
            The file is not a CSV file, such as a spreadsheet.
            Mend: export it as "CSV UTF-8\""""),
    NUMBER("contacts/number", Severity.ERROR, """
            A value of a column with numbers is not a phone number.
            Mend: write the number with a plus and its country code, such as `+12025550123`"""),
    NUMBER_TWICE("contacts/number-twice", Severity.ERROR, """
            Two rows have one number. One person would become two contacts and get every message twice.
            Mend: merge the rows"""),
    OPT_OUT_IN_FIELD("contacts/opt-out-in-field", Severity.ERROR, """
            A contact field says that the person opted out. A field keeps nobody from being messaged.
            Mend: write the label into the column `labels`; if nobody opted out there, give `--column "NAME=field"`"""),
    OPT_OUT_LABEL("contacts/opt-out-label", Severity.ERROR, """
            The name of a new label says that the person opted out. A new label keeps nobody from being messaged.
            Mend: write a label of `policy.always_exclude`, or make this label in SeaX and add it there"""),
    OPT_OUT_NOT_KEPT("contacts/opt-out-not-kept", Severity.ERROR, """
            The person opts out in the file, and the import would not write that into the workspace.
            Mend: label the person in SeaX, or give the `--duplicates` that the finding names"""),
    OTHER_SPELLING("contacts/other-spelling", Severity.WARNING, """
            The workspace has this number in another spelling. The import could make a second contact of the person.
            Mend: correct the number in SeaX first, or merge the contacts after the import"""),
    QUOTES("contacts/quotes", Severity.ERROR, """
            A quote is not closed, so the rows after it cannot be read.
            Mend: put quotes around the whole value and double the ones inside: "say ""hi""\""""),
    ROW_LENGTH("contacts/row-length", Severity.ERROR, """
            A row has more or fewer values than the first row has names. Values would be read in the wrong column.
            Mend: put values that hold the separator into quotes; if the file was cut, get it again"""),
    SHORT_ROW("contacts/short-row", Severity.WARNING, """
            A row ends before the column `labels`, so the person gets no label.
            Mend: check whether labels are missing"""),
    SUPPRESSION_LOST("contacts/suppression-lost", Severity.ERROR, """
            The person must not be messaged, and the import would make a contact without the label that says so.
            Mend: remove the row, or write the label into it"""),
    UNKNOWN_LABEL("contacts/unknown-label", Severity.ERROR, """
            The workspace does not have this label. It is probably misspelt.
            Mend: correct the label, or give `--create-labels` to have new labels made"""),
    UNLIKELY_NUMBER("contacts/unlikely-number", Severity.WARNING, """
            The country of this number has not given it out, so a message probably reaches nobody.
            Mend: compare it with its source; it is imported as it is"""),
    UNREADABLE_IN_WORKSPACE("contacts/unreadable-in-workspace", Severity.WARNING, """
            Numbers in the workspace cannot be read, so Muster cannot tell whether these people opted out.
            Mend: correct them in SeaX: an opt-out of these people is not seen"""),
    WRONG_ENCODING("contacts/wrong-encoding", Severity.WARNING, """
            Signs in a value look like text that was read in the wrong encoding. People would read them.
            Mend: correct the value""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    ContactRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
