package dev.muster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Every command in the forms that differ in what they print, for tests that hold something of all output. {@link
 * EveryCommandTest} fails when the program has a command or a format that is not here.
 */
public final class EveryCommand {
    /** Ends only when it is interrupted; it prints where it serves and the key that it made up. */
    static final Set<String> ENDLESS = Set.of("sandbox start");

    static final String SCRIPT = """
            --help
            init elsewhere
            validate
            validate --format text
            validate --format json
            validate --format github
            validate --format sarif
            explain
            explain audience/nobody
            schema campaign
            completion
            doctor
            labels
            phones
            templates
            templates vip_preview
            contacts list --limit 5000
            contacts list --limit 5000 --unmask
            contacts check people.csv
            contacts check people.csv --offline
            contacts check bad.csv
            contacts import bad.csv --duplicates skip
            contacts import people.csv --duplicates skip --confirm 1
            audience KEY
            plan
            plan --offline --show-unchanged
            plan --base HEAD
            plan --format text
            plan --format json
            plan --format markdown
            plan --format html
            plan -o campaigns/plan.json -o campaigns/plan.html
            apply campaigns/plan.json
            apply --confirm 6
            apply --confirm 6 --format text
            apply --confirm 6 --format json
            apply --confirm 6 --format markdown
            apply --confirm 6 --format html
            status
            status --offline
            status --watch --for PT1M
            logs system-test
            logs system-test --unmask
            logs system-test --causes
            logs system-test --format table
            logs system-test --format csv
            logs system-test --format jsonl
            logs system-test -o log.csv
            report --format html
            report --format json
            report --format markdown
            report system-test -o report.html
            send --from +15550100100 --to +15550110965 --text Hello
            send --from +15550100100 --to +15550110965 --text Hello --confirm 1
            send --from +15550100100 --to +15550110965 --text Again --confirm 1
            send --from +15550100100 --to +15550110965 --campaign KEY
            resolve DOUBT
            resolve DOUBT --sent campaign_1
            resolve DOUBT --not-sent --reason test
            lock show
            lock show DOUBT
            lock list
            lock verify
            lock adopt KEY --id campaign_1
            lock adopt --rescue campaigns/plan.json
            lock merge campaigns/plan.json
            comment comment.md --request 3
            alarm --job apply
            sandbox ledger
            sandbox advance PT1H
            sandbox reset
            """;

    private static final String PEOPLE = """
            name,phone,whatsapp,labels
            Quirina Vogelsang,+12025550143,+12025550143,vip
            """;

    private static final String BAD = PEOPLE + """
            Quirina Vogelsang,+12025550143,+12025550143,vip
            Balthasar Nonsuch,12025550,,"no such label"
            """;

    private final InMemoryProgram program;
    private int campaigns;

    private EveryCommand(InMemoryProgram program) {
        this.program = program;
    }

    /**
     * Runs each as text and as JSON, with a campaign to be sent, where "system-test" was sent and another may be in doubt, and
     * hands over what it did.
     */
    public static void run(InMemoryProgram program, String doubt, BiConsumer<String, InMemoryProgram.Run> done) {
        run(program, doubt, "", done);
    }

    /** The same with more at the end of each line, such as an option that all commands have. */
    static void run(InMemoryProgram program, String doubt, String more, BiConsumer<String, InMemoryProgram.Run> done) {
        new EveryCommand(program).each(doubt, more, done);
    }

    private void each(String doubt, String more, BiConsumer<String, InMemoryProgram.Run> done) {
        write("people.csv", PEOPLE);
        write("bad.csv", BAD);
        SCRIPT.lines().flatMap(EveryCommand::inBothForms).forEach(line -> {
            var key = newCampaign(line);
            var command = line.replace("KEY", key).replace("DOUBT", doubt) + more;
            done.accept(command, program.run(command.split(" ", -1)));
        });
    }

    /** What asks for a format has it; what is said to be wrong has two forms as well. */
    private static Stream<String> inBothForms(String line) {
        return line.contains("--format") || line.startsWith("--") ? Stream.of(line) : Stream.of(line, line + " --json");
    }

    /** What was sent is no longer to be sent, so each has a campaign of its own; a saved plan is of the one before. */
    private String newCampaign(String line) {
        if (!line.startsWith("apply campaigns/")) {
            program.campaign("new-" + ++campaigns);
        }
        return "new-" + campaigns;
    }

    private void write(String name, String text) {
        try {
            Files.writeString(program.file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
