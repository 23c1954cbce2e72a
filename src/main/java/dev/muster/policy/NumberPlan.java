package dev.muster.policy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where numbers are at home, by the tables of libphonenumber. A number that its country's plan does not know, or that is
 * not bound to a place, may be anywhere its calling code reaches.
 */
final class NumberPlan {
    private static final Pattern NORTH_AMERICA = Pattern.compile("\\+1[2-9][0-9]{9}");
    private static final int AREA_AND_EXCHANGE = "+1212555".length();
    private static final int NORTH_AMERICAN_CODE = 1;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
    private final Set<String> known = ZoneRulesProvider.getAvailableZoneIds();
    private final Map<Integer, List<ZoneId>> byCallingCode = new HashMap<>();
    private final Map<String, Locality> byExchange = new HashMap<>();

    Locality of(String number) {
        // all numbers of one exchange are at the same place, and most of a million numbers share theirs with others
        return NORTH_AMERICA.matcher(number).matches()
                ? byExchange.computeIfAbsent(number.substring(0, AREA_AND_EXCHANGE), exchange -> read(number))
                : read(number);
    }

    private Locality read(String number) {
        try {
            return located(numbers.parse(number, "ZZ"));
        } catch (NumberParseException e) {
            return Locality.UNKNOWN;
        }
    }

    private Locality located(PhoneNumber number) {
        return new Locality(zonesOf(number), isUnitedStates(number));
    }

    private boolean isUnitedStates(PhoneNumber number) {
        return number.getCountryCode() == NORTH_AMERICAN_CODE && "US".equals(numbers.getRegionCodeForNumber(number));
    }

    private List<ZoneId> zonesOf(PhoneNumber number) {
        var country = byCallingCode.computeIfAbsent(number.getCountryCode(), this::zonesOfCallingCode);
        if (country.size() <= 1) {
            return country;
        }
        var exact = read(zones.getTimeZonesForNumber(number));
        return exact.isEmpty() ? country : exact;
    }

    /** No national number begins with a zero, so only the calling code counts. */
    private List<ZoneId> zonesOfCallingCode(int code) {
        var number = new PhoneNumber().setCountryCode(code).setNationalNumber(0);
        return read(zones.getTimeZonesForGeographicalNumber(number));
    }

    /** A zone that Java has not heard of, such as the table's own word for "unknown", makes all of them unknown. */
    private List<ZoneId> read(List<String> names) {
        return known.containsAll(names)
                ? names.stream()
                        .map(ZoneId::of)
                        .sorted(Comparator.comparing(ZoneId::getId))
                        .toList()
                : List.of();
    }
}
