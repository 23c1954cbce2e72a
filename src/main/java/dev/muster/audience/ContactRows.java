package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.number.Account;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;

/**
 * The contacts of a workspace as they are read, each kept as numbers: a row, its labels as bits, its WhatsApp number as digits.
 * A contact that is read again takes the place of its earlier reading. No contact itself is kept.
 */
public final class ContactRows {
    private final RowIds ids = new RowIds();
    private final Map<LabelId, RoaringBitmap> byLabel = new HashMap<>();
    private final RoaringBitmap withWhatsapp = new RoaringBitmap();
    private final RoaringBitmap unreadable = new RoaringBitmap();

    /** The digits of each row's number in E.164; 0 for none, and for one that cannot be read. */
    private long[] numbers = new long[64];

    /** WhatsApp numbers that are written in another way than in E.164, blank ones excepted. */
    private final Map<Integer, String> written = new HashMap<>();

    /** Telephones that are not the WhatsApp number. */
    private final Map<Integer, String> phones = new HashMap<>();

    /** Takes a contact, and says which row it is. */
    public int put(Contact contact) {
        int before = ids.size();
        int row = ids.row(contact.id());
        if (row < before) {
            forget(row, contact);
        } else if (row == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        contact.labels().forEach(label -> mark(row, label));
        keepNumber(row, contact.whatsapp());
        if (!contact.phone().equals(contact.whatsapp())) {
            contact.phone().ifPresent(phone -> phones.put(row, phone));
        }
        return row;
    }

    private void forget(int row, Contact contact) {
        byLabel.forEach((label, rows) -> {
            if (!contact.labels().contains(label)) {
                rows.remove(row);
            }
        });
        withWhatsapp.remove(row);
        unreadable.remove(row);
        numbers[row] = 0;
        written.remove(row);
        phones.remove(row);
    }

    /** The row of a contact that was read. */
    public OptionalInt find(ContactId id) {
        return ids.find(id);
    }

    /** How many rows carry a label so far. */
    public int count(LabelId label) {
        return byLabel.getOrDefault(label, new RoaringBitmap()).getCardinality();
    }

    /** Gives a label to a row, and says whether it was without. */
    public boolean mark(int row, LabelId label) {
        return byLabel.computeIfAbsent(label, none -> new RoaringBitmap()).checkedAdd(row);
    }

    private void keepNumber(int row, Optional<String> whatsapp) {
        if (whatsapp.isEmpty()) {
            return;
        }
        withWhatsapp.add(row);
        var text = whatsapp.get();
        var number = Account.of(text).map(Account::number);
        numbers[row] = number.map(ContactRows::digits).orElse(0L);
        if (number.isEmpty() && !text.isBlank()) {
            unreadable.add(row);
        }
        if (!text.isBlank() && !number.equals(whatsapp)) {
            written.put(row, text);
        }
    }

    /** The digits of a number in E.164. */
    static long digits(String number) {
        return Long.parseLong(number, 1, number.length(), 10);
    }

    /** The index of what was read; nothing more may be put. */
    public ContactIndex index() {
        return new ContactIndex(this);
    }

    /** How many contacts were read. */
    public int size() {
        return ids.size();
    }

    RowIds ids() {
        return ids;
    }

    Map<LabelId, RoaringBitmap> byLabel() {
        return byLabel;
    }

    RoaringBitmap withWhatsapp() {
        return withWhatsapp;
    }

    RoaringBitmap unreadable() {
        return unreadable;
    }

    /** The digits of a row's number; 0 for none, and for one that cannot be read. */
    long digits(int row) {
        return numbers[row];
    }

    /** A row's number: in E.164 if it can be read, else as it is written, which may be nothing. */
    String number(int row) {
        return numbers[row] == 0 ? written.getOrDefault(row, "") : "+" + numbers[row];
    }

    /** A row's number as SeaX gave it, if that is not E.164. */
    Map<Integer, String> written() {
        return written;
    }

    /** A row's telephone, if that is not its WhatsApp number. */
    Map<Integer, String> phones() {
        return phones;
    }

    /** A contact without a WhatsApp number may be known by its telephone. */
    String likeliest(int row) {
        var whatsapp = written.getOrDefault(row, number(row));
        return whatsapp.isEmpty() ? phones.getOrDefault(row, "") : whatsapp;
    }

    /** The account of a row's telephone, if that is not its WhatsApp number. */
    static OptionalInt person(String phone, PeopleByNumber people) {
        return Account.of(phone)
                .map(account -> people.find(digits(account.number())))
                .orElse(OptionalInt.empty());
    }
}
