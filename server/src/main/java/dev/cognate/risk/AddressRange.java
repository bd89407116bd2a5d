package dev.cognate.risk;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses, such as {@code 192.0.2.0/24}. No name is ever looked up.
 *
 * @param base one address of it
 * @param prefix how many leading bits all its addresses share with that
 */
record AddressRange(InetAddress base, int prefix) {
    private static final Pattern CIDR =
            Pattern.compile("(\\d+(?:\\.\\d+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    /** Longer than any range; what is longer is not looked at, however costly it may be made. */
    private static final int LONGEST = 64;

    /** The range that a text stands for, null for none. */
    static @Nullable AddressRange parse(String text) {
        Matcher parts = CIDR.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        InetAddress base = address(parts.group(1));
        int prefix = Integer.parseInt(parts.group(2));
        return base == null || prefix > (base instanceof Inet4Address ? 32 : 128)
                ? null
                : new AddressRange(base, prefix);
    }

    /** The address that a text stands for, null for none. */
    static @Nullable InetAddress address(String text) {
        try {
            return text.length() > LONGEST ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Whether one of these ranges has this address; null is no range. */
    static boolean anyHas(@Nullable List<String> ranges, String address) {
        InetAddress literal = address(address);
        if (ranges == null || literal == null) {
            return false;
        }
        return ranges.stream().map(AddressRange::parse).anyMatch(range -> range != null && range.has(literal));
    }

    private boolean has(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
