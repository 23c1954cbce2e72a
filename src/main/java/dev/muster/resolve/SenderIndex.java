package dev.muster.resolve;

import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Phone;
import dev.muster.model.SenderName;
import dev.muster.number.Account;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The senders of a workspace, by name or number. A sender is usable when exactly one matches, is enabled and can send
 * WhatsApp.
 */
public final class SenderIndex {
    private final List<Phone> phones;

    public SenderIndex(Collection<Phone> phones) {
        this.phones = List.copyOf(phones);
    }

    /** Whether a sender is written by this phone's name, or by its number in any spelling. */
    public static boolean isCalled(Phone phone, SenderName sender) {
        return sender.value().equals(phone.name())
                || Account.of(sender.value())
                        .filter(number -> Account.of(phone.number()).equals(Optional.of(number)))
                        .isPresent();
    }

    /** The phone for a written sender, or the error that says why it cannot be used. */
    public Checked<Phone> phone(SenderName sender, Place place) {
        return one(sender, place).then(phone -> {
            var findings = usable(sender, phone, place);
            return findings.isEmpty() ? Checked.of(phone, List.of()) : Checked.failed(findings);
        });
    }

    /** The one phone that a sender is written for, whether it can send now or not, or the error that says why there is none. */
    Checked<Phone> one(SenderName sender, Place place) {
        var matching = phones.stream().filter(phone -> isCalled(phone, sender)).toList();
        return matching.size() == 1
                ? Checked.of(matching.get(0), List.of())
                : Checked.failed(List.of(notOne(sender, matching.size(), place)));
    }

    private static Diagnostic notOne(SenderName sender, int found, Place place) {
        return found == 0
                ? CampaignRule.SENDER_UNKNOWN.at(place, "the workspace has no sender \"" + sender + "\"")
                : CampaignRule.SENDER_AMBIGUOUS.at(place, found + " senders are called \"" + sender + "\"");
    }

    private static List<Diagnostic> usable(SenderName sender, Phone phone, Place place) {
        if (!phone.enabled()) {
            var help = "enable it in SeaX or choose another sender";
            return List.of(CampaignRule.SENDER_DISABLED.at(place, "sender \"" + sender + "\" is disabled", help));
        }
        if (!phone.whatsapp().orElse(true)) {
            var message = "sender \"" + sender + "\" cannot send WhatsApp messages";
            return List.of(CampaignRule.SENDER_NOT_WHATSAPP.at(place, message));
        }
        return List.of();
    }
}
