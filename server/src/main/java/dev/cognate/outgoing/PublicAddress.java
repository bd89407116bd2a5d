package dev.cognate.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from all others (the special-purpose registries of RFC 6890). */
final class PublicAddress {
    private PublicAddress() {}

    /** Whether the address is one of a host on the public internet. */
    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = Byte.toUnsignedInt(bytes[0]);
        int b = Byte.toUnsignedInt(bytes[1]);
        int c = Byte.toUnsignedInt(bytes[2]);
        boolean thisNetwork = a == 0;
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean relays = a == 192 && b == 88 && c == 99;
        boolean tests = (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100))) || (a == 203 && b == 0 && c == 113);
        boolean reserved = a >= 240;
        return !(thisNetwork || carrier || protocols || relays || tests || reserved);
    }

    /** Global unicast is 2000::/3; within it, what tunnels to IPv4 could lead anywhere. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (Byte.toUnsignedInt(bytes[0]) << 8) | Byte.toUnsignedInt(bytes[1]);
        int second = (Byte.toUnsignedInt(bytes[2]) << 8) | Byte.toUnsignedInt(bytes[3]);
        boolean global = first >>> 13 == 1;
        boolean protocolsAndTeredo = first == 0x2001 && second < 0x200;
        boolean documentation = first == 0x2001 && second == 0x0db8;
        boolean sixToFour = first == 0x2002;
        return global && !protocolsAndTeredo && !documentation && !sixToFour;
    }
}
