package dev.muster.cli.contacts;

import dev.muster.cli.env.ExitCode;
import dev.muster.contacts.ContactReport;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.contacts.ImportJob;
import dev.muster.report.Numbers;
import dev.muster.report.json.ContactReportJson;
import dev.muster.report.text.ContactReportText;
import tools.jackson.databind.node.ObjectNode;

/** What became of an import, in words, as JSON and as an exit code. Half is not success, and unknown is not half. */
record ImportOutcome(ContactReport report, DuplicateStrategy duplicates, ImportProgress seen) {
    ExitCode code() {
        return switch (seen.sight()) {
            case ENDED -> isWhole() ? ExitCode.OK : ExitCode.PARTLY;
            case AT_WORK -> ExitCode.PARTLY;
            case NOT_ASKED -> ExitCode.OK;
            case LOST -> ExitCode.DOUBT;
        };
    }

    /** Every row that was confirmed is in. A file that arrived cut is an import of other people. */
    private boolean isWhole() {
        return job().isWhole() && sawAll() && job().processed().orElse(report.usable()) >= report.usable();
    }

    private boolean sawAll() {
        return job().total().orElse(report.usable()) == report.usable();
    }

    private ImportJob job() {
        return seen.job();
    }

    String sentence() {
        return seen.sight() == ImportProgress.Sight.ENDED ? ended() : handed() + notEnded();
    }

    private String handed() {
        return Numbers.of(report.usable(), "row") + " handed to SeaX as " + job().id();
    }

    private String notEnded() {
        return switch (seen.sight()) {
            case NOT_ASKED ->
                ", which accepted the import. This API cannot be asked how far it is; `muster contacts list` shows who is in";
            case LOST -> "; what became of it is not known";
            case AT_WORK, ENDED ->
                ", which is still at work: \"" + job().status()
                        + "\". Run the same command again later: it uploads nothing and says how far the import is";
        };
    }

    private String ended() {
        int failed = job().failed().orElse(0);
        return Numbers.of(Math.max(0, job().processed().orElse(report.usable()) - failed), "row") + " imported as "
                + job().id()
                + (failed > 0 ? "; SeaX refused " + Numbers.of(failed, "row") + ", which its dashboard lists" : "")
                + (job().isWhole() || failed > 0 ? "" : "; SeaX says \"" + job().status() + "\"")
                + (sawAll()
                        ? ""
                        : "; it counted " + Numbers.of(job().total().orElse(0), "row") + " in the file, not "
                                + Numbers.of(report.usable()))
                + job().error().map(text -> ": " + text).orElse("")
                + (isWhole() ? ContactReportText.changed(report, duplicates) : "");
    }

    ObjectNode json(String file) {
        var document = ContactReportJson.of(file, report).put("success", code() == ExitCode.OK);
        var node = document.putObject("import").put("job", job().id()).put("status", job().status());
        job().processed().ifPresent(rows -> node.put("processed", rows));
        job().failed().ifPresent(rows -> node.put("failed", rows));
        if (!seen.why().isEmpty()) {
            document.put("why", seen.why());
        }
        return document;
    }
}
