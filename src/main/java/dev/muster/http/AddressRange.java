package dev.muster.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses such as {@code 10.0.0.0/8}. No name is looked up: a host that is no address is in no range. */
record AddressRange(Address first, int bits) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*");

    /** An address as a number of so many bits. */
    record Address(BigInteger number, int size) {
        BigInteger beginning(int bits) {
            return number.shiftRight(size - bits);
        }
    }

    /** Empty for what is no range. */
    static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        var bits = text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}")
                ? address(text.substring(0, slash))
                        .filter(address -> Integer.parseInt(bits) <= address.size())
                        .map(address -> new AddressRange(address, Integer.parseInt(bits)))
                : Optional.empty();
    }

    boolean contains(String host) {
        return address(host)
                .filter(address -> address.size() == first.size())
                .filter(address -> address.beginning(bits).equals(first.beginning(bits)))
                .isPresent();
    }

    private static Optional<Address> address(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(address(InetAddress.getByName(text).getAddress()))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Address address(byte[] bytes) {
        return new Address(new BigInteger(1, bytes), bytes.length * Byte.SIZE);
    }
}
