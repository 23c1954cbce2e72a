package dev.muster.policy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.muster.policy.NumberRegion.Precision;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where numbers are at home, by the tables of libphonenumber. A number that its country's plan does not know, or that is
 * not bound to a place, may be anywhere its calling code reaches.
 */
final class NumberRegions {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern NORTH_AMERICA = Pattern.compile("\\+1[2-9][0-9]{9}");
    private static final int AREA_AND_EXCHANGE = "+1212555".length();
    private static final int NORTH_AMERICAN_CODE = 1;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
    private final Set<String> known = ZoneRulesProvider.getAvailableZoneIds();
    private final Map<Integer, Country> byCallingCode = new HashMap<>();
    private final Map<String, NumberRegion> byExchange = new HashMap<>();

    /** What a calling code says: all of its zones, and whether one number of it is as good as another. */
    private record Country(NumberRegion all, boolean isOnePlace) {}

    NumberRegion of(String number) {
        // all numbers of one exchange are at the same place, and most of a million numbers share theirs with others
        return NORTH_AMERICA.matcher(number).matches()
                ? byExchange.computeIfAbsent(number.substring(0, AREA_AND_EXCHANGE), exchange -> read(number))
                : read(number);
    }

    private NumberRegion read(String number) {
        return E164.matcher(number).matches()
                ? callingCode(number).map(code -> located(number, code)).orElse(NumberRegion.UNKNOWN)
                : NumberRegion.UNKNOWN;
    }

    /** No calling code is the beginning of another. */
    private Optional<Integer> callingCode(String number) {
        return IntStream.rangeClosed(2, 4)
                .mapToObj(end -> Integer.valueOf(number.substring(1, end)))
                .filter(numbers.getSupportedCallingCodes()::contains)
                .findFirst();
    }

    private NumberRegion located(String number, int code) {
        var country = byCallingCode.computeIfAbsent(code, this::country);
        // taking a number apart takes long: only where it can make a difference
        return country.isOnePlace()
                ? country.all()
                : located(number, country.all().zones());
    }

    private Country country(int code) {
        var zones = zonesOfCallingCode(code);
        boolean isOneClock = zones.stream().map(ZoneId::getRules).distinct().count() <= 1;
        var precision = zones.isEmpty() ? Precision.NOTHING : Precision.PLACE;
        return new Country(new NumberRegion(zones, false, precision), isOneClock && code != NORTH_AMERICAN_CODE);
    }

    private NumberRegion located(String text, List<ZoneId> country) {
        try {
            var number = numbers.parse(text, "ZZ");
            var exact = read(zones.getTimeZonesForNumber(number));
            return located(exact, country, isUnitedStates(number));
        } catch (NumberParseException e) {
            return new NumberRegion(country, false, Precision.NOTHING);
        }
    }

    private static NumberRegion located(List<ZoneId> exact, List<ZoneId> country, boolean unitedStates) {
        if (exact.isEmpty()) {
            return new NumberRegion(country, unitedStates, Precision.NOTHING);
        }
        return new NumberRegion(exact, unitedStates, exact.equals(country) ? Precision.COUNTRY : Precision.PLACE);
    }

    private boolean isUnitedStates(PhoneNumber number) {
        return number.getCountryCode() == NORTH_AMERICAN_CODE && "US".equals(numbers.getRegionCodeForNumber(number));
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
