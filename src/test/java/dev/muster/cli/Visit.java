package dev.muster.cli;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.time.Duration;

/** For each thing that the client asks SeaX for, a command of a user that asks for it, and what has to happen before. */
enum Visit {
    PHONES(Operation.PHONES, "phones"),
    CONTACTS(Operation.CONTACTS, "contacts list"),
    LABELS(Operation.LABELS, "labels"),
    TEMPLATES(Operation.TEMPLATES, "plan"),
    CAMPAIGNS(Operation.CAMPAIGNS, "plan"),
    CREATE_CAMPAIGN(Operation.CREATE_CAMPAIGN, "apply --confirm 6"),
    CREATE_LABEL(Operation.CREATE_LABEL, "apply --confirm 6"),
    SEND_BY_NUMBERS(Operation.SEND_BY_NUMBERS, "apply --confirm 6"),
    CAMPAIGN(Operation.CAMPAIGN, "status"),
    LOGS(Operation.LOGS, "logs system-test"),
    JOBS(Operation.JOBS, "resolve system-test"),
    IMPORT_CONTACTS(Operation.IMPORT_CONTACTS, "contacts import people.csv --confirm 1"),
    JOB(Operation.JOB, "contacts import people.csv --confirm 1"),
    SEND_MESSAGE(Operation.SEND_MESSAGE, "send --from +15550100100 --to +15550110965 --text Hello --confirm 1"),
    SEND_TEMPLATE_MESSAGE(
            Operation.SEND_TEMPLATE_MESSAGE, "send --from +15550100100 --to +15550110965 --text Hello --confirm 1");

    /** The one person of the file that is imported; nothing that is printed names her. */
    static final String PERSON = "Berenice Example";

    static final String NUMBER = "+15555550142";

    private final Operation operation;
    private final String command;

    Visit(Operation operation, String command) {
        this.operation = operation;
        this.command = command;
    }

    Operation operation() {
        return operation;
    }

    String command() {
        return command;
    }

    void prepare(InMemoryProgram program) {
        switch (this) {
            case CREATE_LABEL -> workspace(program, "receipt_labels: true");
            case SEND_BY_NUMBERS -> byNumbers(program);
            case SEND_MESSAGE -> workspace(program, "single_message: send_whatsapp_message");
            case SEND_TEMPLATE_MESSAGE -> workspace(program, "single_message: wabp_template_message");
            case CAMPAIGN, LOGS -> sent(program);
            case JOBS -> inDoubt(program);
            case IMPORT_CONTACTS, JOB -> people(program);
            case PHONES, CONTACTS, LABELS, TEMPLATES, CAMPAIGNS, CREATE_CAMPAIGN -> {
                // nothing has to happen before
            }
        }
    }

    InMemoryProgram.Run run(InMemoryProgram program) {
        return program.run(command.split(" ", -1));
    }

    private static void sent(InMemoryProgram program) {
        program.run("apply", "--confirm", "6");
        program.sandbox().advance(Duration.ofHours(2));
    }

    private static void byNumbers(InMemoryProgram program) {
        program.write("campaigns/test.yaml", """
                kind: campaign
                key: system-test
                name: System test
                send_by: numbers
                audience: {any: [staff_test]}
                message: {template: {name: thank_you, language: en_US}}
                schedule: immediately
                """);
    }

    private static void inDoubt(InMemoryProgram program) {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.drop());
        program.run("apply", "--confirm", "6");
    }

    private static void people(InMemoryProgram program) {
        program.write("people.csv", "name,phone\n" + PERSON + "," + NUMBER + "\n");
    }

    private static void workspace(InMemoryProgram program, String setting) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    %s
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate]}
                """.formatted(setting));
    }
}
