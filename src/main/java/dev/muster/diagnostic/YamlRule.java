package dev.muster.diagnostic;

/** What can be wrong with a file, whatever it defines. */
public enum YamlRule implements Rule {
    ANCHOR("yaml/anchor", Severity.ERROR, """
            Anchors and aliases hide from a reviewer what a value is.
            Mend: write the value out in full"""),
    BYTE_ORDER_MARK("yaml/byte-order-mark", Severity.ERROR, """
            The file begins with a byte order mark, which some readers take for a part of the first key.
            Mend: save it as plain UTF-8"""),
    CONTROL_CHARACTER("yaml/control-character", Severity.ERROR, """
            The file holds a character that cannot be seen in review.
            Mend: remove the character; it may have come with text copied from a web page or a chat"""),
    EMPTY("yaml/empty", Severity.ERROR, """
            The file is empty.
            Mend: write a definition, or delete the file"""),
    KEY("yaml/key", Severity.ERROR, """
            A key of a block is a list or a block.
            Mend: write `key: value`"""),
    MANY_FINDINGS("yaml/many-findings", Severity.ERROR, """
            The file has so many mistakes that only the first are listed.
            Mend: correct the first ones, and run it again"""),
    MERGE_KEY("yaml/merge-key", Severity.ERROR, """
            Merge keys hide from a reviewer which keys a block has.
            Mend: write the keys out in full"""),
    MULTIPLE_DOCUMENTS("yaml/multiple-documents", Severity.ERROR, """
            A file holds more than one definition.
            Mend: put each in a file of its own"""),
    NAME_NOT_UTF8("yaml/name-not-utf8", Severity.ERROR, """
            The name of the file cannot be read.
            Mend: name it in UTF-8, and use a UTF-8 locale, such as LC_ALL=C.UTF-8"""),
    NOT_A_FILE("yaml/not-a-file", Severity.ERROR, """
            This is not a regular file, so it can be another text for each reader.
            Mend: put the file itself here"""),
    NOT_READ("yaml/not-read", Severity.WARNING, """
            The file looks like a definition, and Muster does not read it. Its campaign is not sent, its policy does
            not hold.
            Mend: give it a name that ends in .yaml or .yml, outside hidden folders, or keep it elsewhere"""),
    NOT_UTF8("yaml/not-utf8", Severity.ERROR, """
            The file is not in UTF-8, so people would read broken letters.
            Mend: save it as UTF-8"""),
    SYMLINK("yaml/symlink", Severity.ERROR, """
            A symbolic link can lead out of the repository, to what nobody reviewed.
            Mend: put the file itself here"""),
    SYNTAX("yaml/syntax", Severity.ERROR, """
            The file is not YAML.
            Mend: check quotes, brackets and indentation, here and on the line above"""),
    TAG("yaml/tag", Severity.ERROR, """
            A tag can change what a value is.
            Mend: remove the tag"""),
    TOO_DEEP("yaml/too-deep", Severity.ERROR, """
            The file has more levels than any definition needs.
            Mend: write the definition with fewer levels"""),
    TOO_LARGE("yaml/too-large", Severity.ERROR, """
            The file is larger than 256 KiB, so it is no definition.
            Mend: split it: one file holds one definition"""),
    TOO_MANY_FILES("yaml/too-many-files", Severity.ERROR, """
            The folder has more files than any folder of campaigns.
            Mend: point `--dir` at the campaigns folder"""),
    UNFINISHED_MERGE("yaml/unfinished-merge", Severity.ERROR, """
            Git left marks of a conflict in the file.
            Mend: edit the file so that it says what is meant, without marks; then `git add` it""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    YamlRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
