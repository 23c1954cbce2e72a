package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that are broken or move while they are read: a user sees which and why, and no plan counts people from them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadPagesTest {
    /** More pages than any command asks for. */
    private static final int PAGES = 60;

    @TempDir
    Path folder;

    /** What is wrong with the pages of a list; a page is told by its number, beginning with 0. */
    private enum Wrong {
        NO_DATA("{'total':3}"),
        DATA_IS_NO_LIST("{'data':{},'total':3}"),
        NO_TOTAL("{'data':[]}"),
        TOTAL_IS_A_TEXT("{'data':[],'total':'3'}"),
        TOTAL_IS_NEGATIVE("{'data':[],'total':-1}"),
        TOTAL_IS_A_FRACTION("{'data':[],'total':1.5}"),
        TOTAL_IS_ENDLESS("{'data':[],'total':1000001}"),
        A_LIST_WITHOUT_ITS_OBJECT("[]"),
        ROW_IS_NO_OBJECT("{'data':['a'],'total':1}"),
        ROW_WITHOUT_ID("{'data':[{'name':'Sales Line'}],'total':1}"),
        ROW_WITH_A_NUMBER_FOR_AN_ID("{'data':[{'id':7,'job_id':7}],'total':1}"),
        FEWER_ROWS_THAN_PROMISED("{'data':[],'total':5}"),
        MORE_ROWS_THAN_PROMISED("{'data':[" + row(1) + "," + row(2) + "],'total':1}"),
        TWO_ROWS_WITH_ONE_ID("{'data':[" + row(1) + "," + row(1) + "],'total':2}"),
        THE_SAME_PAGE_AGAIN("{'data':[" + row(1) + "],'total':2}"),
        TOTAL_CHANGES_FROM_PAGE_TO_PAGE("{'data':[" + row(1) + "],'total':MORE_THAN_BEFORE}"),
        IDS_VANISH_FROM_PAGE_TO_PAGE("{'data':[A_ROW_OR_NONE],'total':2}"),
        AN_HTML_PAGE("<html><body>Welcome to the hotel's network</body></html>"),
        CUT_IN_THE_MIDDLE("{'data':[{'id':'1'"),
        NOTHING("");

        private final String page;

        Wrong(String page) {
            this.page = page;
        }

        /** A row that every list would take for one of its own. */
        private static String row(int number) {
            return "{'id':'%1$d','job_id':'%1$d','name':'Row %1$d','phone':'+1555010010%2$d','status':'APPROVED'}"
                    .formatted(number, number % 10);
        }

        private List<Fault> faults() {
            return IntStream.range(0, PAGES)
                    .mapToObj(number -> Fault.commitThenBody(page(number)))
                    .toList();
        }

        private String page(int number) {
            return page.replace("MORE_THAN_BEFORE", String.valueOf(number + 2))
                    .replace("A_ROW_OR_NONE", number % 2 == 0 ? row(1) : "")
                    .replace('\'', '"');
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Visit.class,
            names = {"CONTACTS", "LABELS", "PHONES", "TEMPLATES", "CAMPAIGNS", "JOBS", "LOGS"})
    void no_broken_list_passes_for_a_whole_one(Visit visit) throws IOException {
        try (var program = new InMemoryProgram(folder)) {
            visit.prepare(program);
            var before = program.sandbox().ledger().messages();
            var told = new StringBuilder("$ muster " + visit.command() + "\n\n");
            for (var wrong : Wrong.values()) {
                told.append("%-32s exit code %s".formatted(wrong, seen(program, visit, wrong)));
                if (!READABLE.contains(wrong)) {
                    assertNothingSent(program, visit, wrong, before);
                }
            }
            Approvals.verify(told, Approvals.NAMES.withParameters(visit.name()));
        }
    }

    private String seen(InMemoryProgram program, Visit visit, Wrong wrong) {
        misbehave(program, visit, wrong);
        var run = visit.run(program);
        return run.code() + "\n" + complaint(run);
    }

    private static void misbehave(InMemoryProgram program, Visit visit, Wrong wrong) {
        program.sandbox().clearFaults();
        wrong.faults().forEach(fault -> program.sandbox().fault(visit.operation(), fault));
    }

    /** These are whole lists as far as anybody can tell: a total may be absent or wrong, and a row may come twice. */
    private static final Set<Wrong> READABLE = EnumSet.of(Wrong.NO_TOTAL, Wrong.TWO_ROWS_WITH_ONE_ID);

    /** Whatever is read before a send is read whole, or nothing is sent. */
    private static void assertNothingSent(InMemoryProgram program, Visit visit, Wrong wrong, int before) {
        misbehave(program, visit, wrong);
        var run = program.run("apply", "--confirm", "6");
        assertThat(program.sandbox().ledger().messages())
                .as("messages sent when %s of %s: %s", wrong, visit.operation(), run.all())
                .isEqualTo(before);
    }

    private static boolean isComplaint(String line) {
        return line.startsWith("muster:") || line.contains("could not be asked") || line.contains("error:");
    }

    private static String complaint(InMemoryProgram.Run run) {
        return run.all()
                .lines()
                .filter(line -> run.code() == 0 ? !line.isBlank() : isComplaint(line))
                .map(line -> "    " + line.strip() + "\n")
                .collect(Collectors.joining());
    }
}
