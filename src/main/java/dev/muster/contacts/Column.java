package dev.muster.contacts;

/**
 * One column of a file: its name as written, what it is for, and whether the user said so. A column without a name is
 * there when a spreadsheet writes empty cells; no value may stand in it.
 */
record Column(String written, ColumnMeaning meaning, boolean isGiven) {
    /** The name under which it is imported. */
    String name() {
        return meaning == ColumnMeaning.FIELD ? written : meaning.word();
    }

    boolean isNameless() {
        return written.isEmpty();
    }

    boolean is(ColumnMeaning what) {
        return meaning == what && !isNameless();
    }

    boolean isImported() {
        return meaning != ColumnMeaning.IGNORE && !isNameless();
    }
}
