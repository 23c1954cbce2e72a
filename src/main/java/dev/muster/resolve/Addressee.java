package dev.muster.resolve;

import dev.muster.model.ContactId;
import java.util.Optional;

/** Whom one message of a campaign went to, as its log says: either may be missing there. Held in memory only. */
public record Addressee(Optional<ContactId> contact, String number) {
    @Override
    public String toString() {
        return "Addressee[" + contact.map(ContactId::value).orElse("") + "]";
    }
}
