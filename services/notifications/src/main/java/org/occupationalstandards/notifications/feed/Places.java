package org.occupationalstandards.notifications.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.problem.StandardProblem;
import org.springframework.http.HttpHeaders;

/**
 * Places for clients that stay for long: so many in all, and so many for each address, so that one client leaves room for
 * the others. Whose address counts behind a proxy is for {@code server.forward-headers-strategy} to say.
 */
public final class Places {

    private final String instead;
    private final int inAll;
    private final int perAddress;
    private final Duration tryAgainAfter;
    private final Semaphore free;
    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();

    /** @param instead what a client may do that finds no place */
    public Places(int inAll, int perAddress, Duration tryAgainAfter, String instead) {
        this.inAll = inAll;
        this.perAddress = perAddress;
        this.tryAgainAfter = tryAgainAfter;
        this.instead = instead;
        this.free = new Semaphore(inAll);
    }

    /** A place, until it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ProblemException 429 where this address has its share, 503 where there is no room for anybody */
    public Place take(HttpServletRequest request) {
        var address = network(request.getRemoteAddr());
        if (taken.merge(address, 1, Integer::sum) > perAddress) {
            leave(address);
            throw refusal(
                    StandardProblem.TOO_MANY_REQUESTS,
                    "Your address has " + perAddress + " of these under way already; more are not taken.");
        }
        if (!free.tryAcquire()) {
            leave(address);
            throw refusal(StandardProblem.UNAVAILABLE, "Too many clients have one of these under way at the moment.");
        }
        return () -> {
            free.release();
            leave(address);
        };
    }

    /** How many are taken at the moment. */
    public int taken() {
        return inAll - free.availablePermits();
    }

    private ProblemException refusal(StandardProblem problem, String because) {
        return problem.because(because + " " + instead)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(tryAgainAfter.toSeconds()));
    }

    private void leave(String address) {
        taken.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** A client with IPv6 has as many addresses as it likes, all with the same first half. */
    private static String network(String address) {
        if (!address.contains(":")) return address;
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
