package org.occupationalstandards.notifications.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Looks up names for the HTTP client, which connects to exactly the addresses that were checked here: a name that points
 * elsewhere a moment later changes nothing.
 */
@Component
class CheckedAddresses implements DnsResolver {

    /** Each may take the whole connect time-out. */
    private static final int MOST_TRIED = 2;

    private final AddressPolicy policy;

    CheckedAddresses(AddressPolicy policy) {
        this.policy = policy;
    }

    /** A name that leads where we do not go. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String host) {
            super(host + " leads to an address that is not on the public internet");
        }
    }

    /** @throws Forbidden when one of its addresses is not allowed: which one it would be is not left to chance */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(policy::allows)) throw new Forbidden(host);
        return Arrays.copyOf(addresses, Math.min(addresses.length, MOST_TRIED));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
