package dev.muster.cli.contacts;

import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.seax.ApiKey;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contacts of a sandbox as its API shows them, by their ids. */
record ContactsSeen(Map<ContactId, Seen> rows) {
    /** One contact with its labels by name, in order. */
    record Seen(Contact contact, List<String> labels) {
        boolean has(List<String> numbers) {
            return numbers.contains(contact.phone().orElse(""))
                    || numbers.contains(contact.whatsapp().orElse(""));
        }

        String number() {
            return contact.whatsapp().or(contact::phone).orElse("");
        }
    }

    static ContactsSeen in(Sandbox sandbox) {
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        try (var workspace = SeaxConnector.workspace(endpoint, System::getProperty, duration -> {}, new Random(1))) {
            var names = workspace.labels().stream()
                    .collect(Collectors.toMap(
                            label -> label.id(), label -> label.name().value()));
            return new ContactsSeen(workspace.contacts().stream()
                    .collect(Collectors.toMap(Contact::id, contact -> seen(contact, names))));
        }
    }

    private static Seen seen(Contact contact, Map<LabelId, String> names) {
        return new Seen(
                contact, contact.labels().stream().map(names::get).sorted().toList());
    }

    static Map<String, String> fields(Seen seen) {
        return new TreeMap<>(seen.contact().fields());
    }
}
