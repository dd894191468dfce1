package org.occupationalstandards.notifications.webhook;

import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks up names for the HTTP client, which connects to exactly the addresses that were checked here: a name that points
 * elsewhere a moment later changes nothing. The system's look-up cannot be broken off and holds a whole thread, so it has
 * threads of its own, one for each name, and nobody waits for it longer than they have to.
 */
@Component
class CheckedAddresses implements DnsResolver {

    /** Each may take the whole connect time-out. */
    private static final int MOST_TRIED = 2;

    private static final int MOST_LOOKUPS = 200;

    private final AddressPolicy policy;
    private final Duration patience;
    private final Lookup lookup;
    private final Map<String, Future<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_LOOKUPS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("look-up-", 0).factory());

    @Autowired
    CheckedAddresses(AddressPolicy policy, WebhookSettings settings) {
        this(policy, settings.lookupTimeout(), InetAddress::getAllByName);
    }

    CheckedAddresses(AddressPolicy policy, Duration patience, Lookup lookup) {
        this.policy = policy;
        this.patience = patience;
        this.lookup = lookup;
    }

    /** Asks the system, for as long as that takes. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
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
        var addresses = inTime(host);
        if (!Arrays.stream(addresses).allMatch(policy::allows)) throw new Forbidden(host);
        return Arrays.copyOf(addresses, Math.min(addresses.length, MOST_TRIED));
    }

    private InetAddress[] inTime(String host) throws UnknownHostException {
        @Nullable Future<InetAddress[]> found = null;
        try {
            found = underWay.computeIfAbsent(host, this::begin);
            return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException slow) {
            throw new UnknownHostException(host + " could not be looked up in time");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownHostException unknown) throw unknown;
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + " is not looked up any more");
        } finally {
            // It may have been done before it was noted.
            if (found != null && found.isDone()) underWay.remove(host, found);
        }
    }

    private Future<InetAddress[]> begin(String host) {
        var task = new FutureTask<>(() -> lookup.addresses(host)) {
            @Override
            protected void done() {
                underWay.remove(host, this);
            }
        };
        threads.execute(task);
        return task;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
