package dev.muster.cli.sandbox;

import dev.muster.report.Json;
import dev.muster.sandbox.world.LedgerTotals;
import java.util.List;

/** The sandbox's ledger in numbers: nobody's name, and whether anybody got the same campaign twice. */
final class LedgerView {
    private LedgerView() {}

    static String text(LedgerTotals ledger) {
        var text = new StringBuilder();
        ledger.campaigns().forEach((id, messages) -> text.append("%-32s %,8d messages%n".formatted(id, messages)));
        return text.append(text.isEmpty() ? "" : "\n")
                .append(ledger.messages() + " messages to " + ledger.peopleMessaged() + " people; ")
                .append("most per person " + ledger.mostPerPerson())
                .append(", most per person from one campaign " + ledger.mostPerPersonAndName() + "\n")
                .toString();
    }

    static String json(LedgerTotals ledger) {
        var document = Json.envelope(true, List.of())
                .put("messages", ledger.messages())
                .put("people_messaged", ledger.peopleMessaged())
                .put("contacts_messaged", ledger.contactsMessaged())
                .put("most_per_person", ledger.mostPerPerson())
                .put("most_per_person_and_campaign", ledger.mostPerPersonAndName());
        var campaigns = document.putObject("campaigns");
        ledger.campaigns().forEach(campaigns::put);
        return Json.document(document);
    }
}
