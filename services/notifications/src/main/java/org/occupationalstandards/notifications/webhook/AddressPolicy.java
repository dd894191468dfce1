package org.occupationalstandards.notifications.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be called: those of the public internet. Everything that IANA's registries of special-purpose
 * addresses set aside is refused, or a subscriber could have us call what only we can reach.
 */
@Component
class AddressPolicy {

    private static final List<Range> NOT_PUBLIC_4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // between a provider and its customers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // platform services of one cloud, though the address looks public
            "169.254.0.0/16", // link-local, metadata of many clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // former relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** All there is to call; everything else (loopback, link-local, unique local, multicast, translated) lies outside. */
    private static final Range GLOBAL_6 = Range.of("2000::/3");

    private static final List<Range> NOT_PUBLIC_6 = ranges(
            "2001::/23", // protocol assignments, among them Teredo
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds an IPv4 address
            "3fff::/20"); // documentation

    private final boolean allowPrivate;

    AddressPolicy(WebhookSettings settings) {
        this.allowPrivate = settings.allowPrivateAddresses();
    }

    boolean allows(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) return false;
        if (allowPrivate) return true;
        // An IPv4 address in IPv6 clothes arrives here as the IPv4 address that it is.
        if (address instanceof Inet4Address) return NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(address));
        return GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    private record Range(InetAddress first, int bits) {

        static Range of(String text) {
            var slash = text.indexOf('/');
            try {
                return new Range(
                        InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean contains(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
            }
            return true;
        }
    }
}
