package org.occupationalstandards.notifications.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.DeliverySettings;
import org.occupationalstandards.notifications.delivery.Outcome;
import org.occupationalstandards.notifications.delivery.Outcome.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts to receivers that nobody here has reason to trust: connects to checked addresses alone, follows no redirects,
 * keeps no cookies, unpacks nothing, reads little of the answer and gives up in time.
 */
@Component
class WebhookClient {

    private static final Logger log = LoggerFactory.getLogger(WebhookClient.class);

    /** Without a character set: JSON has only one, and widespread CloudEvents readers refuse the parameter. */
    private static final ContentType BODY = ContentType.create("application/cloudevents+json");

    private final WebhookSettings settings;
    private final Answers answers;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookClient(WebhookSettings settings, DeliverySettings deliveries, CheckedAddresses addresses, Answers answers) {
        this.settings = settings;
        this.answers = answers;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                // No fewer to one host: many subscribers may share it, and those that hang would keep the others
                // waiting.
                .setMaxConnTotal(deliveries.inFlight())
                .setMaxConnPerRoute(deliveries.inFlight())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.totalTimeout()))
                        // A name is looked up, and its addresses are checked, at least this often.
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        // Receivers close connections when they please; a delivery into one costs a pause of the
                        // ladder.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.totalTimeout()))
                        .setResponseTimeout(Timeout.of(settings.totalTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("occupational-standards-webhooks/1")
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableRedirectHandling()
                // Once and at once, on a connection of its own, where the receiver had closed the one that was used
                // before:
                // the id is the same, and the ladder would make a pause of it.
                .setRetryStrategy(new ClosedMeanwhile())
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The receiver hung up without a word, as it does when a connection has been idle for too long. */
    private static final class ClosedMeanwhile extends DefaultHttpRequestRetryStrategy {

        ClosedMeanwhile() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        public boolean retryRequest(HttpRequest request, IOException trouble, int count, HttpContext context) {
            return count == 1 && trouble instanceof NoHttpResponseException;
        }

        @Override
        public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
            return false;
        }
    }

    /** One attempt; answers within the total time-out. */
    Outcome post(String url, byte[] body, String id, long timestamp, String signatures) {
        return send(new HttpPost(url), null, body, id, timestamp, signatures);
    }

    /** The same to a receiver in this process, without a look-up: its address is none that subscribers may have. */
    Outcome rehearse(InetSocketAddress receiver, byte[] body, String id, long timestamp, String signatures) {
        var host = new HttpHost("http", receiver.getAddress(), receiver.getHostString(), receiver.getPort());
        return send(new HttpPost(host.toURI()), host, body, id, timestamp, signatures);
    }

    private Outcome send(
            HttpPost request, @Nullable HttpHost host, byte[] body, String id, long timestamp, String signatures) {
        request.setEntity(new ByteArrayEntity(body, BODY));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader("webhook-signature", signatures);
        var deadline =
                deadlines.schedule(request::cancel, settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange(request, host == null ? RoutingSupport.determineHost(request) : host);
        } catch (HttpException | IOException unreachable) {
            return request.isCancelled() ? tooSlow() : Failed.withoutAnswer(explain(unreachable));
        } finally {
            deadline.cancel(false);
        }
    }

    private Outcome exchange(HttpPost request, HttpHost host) throws HttpException, IOException {
        var response = http.executeOpen(host, request, null);
        try {
            return answers.read(response, request::cancel);
        } finally {
            close(response);
        }
    }

    /** Closing reads to the end, or to where it was broken off; by then the receiver has answered. */
    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException brokenOff) {
            log.debug("An answer was not read to its end", brokenOff);
        }
    }

    private Failed tooSlow() {
        return Failed.withoutAnswer(
                "No complete answer within " + settings.totalTimeout().toSeconds() + " seconds.");
    }

    /** Says what the owner can do something about; addresses and the like stay inside. */
    private String explain(Exception trouble) {
        return switch (trouble) {
            case CheckedAddresses.Forbidden forbidden ->
                "Not called: the name leads to an address that is not on the public internet.";
            case UnknownHostException unknown -> "The name of the host is not known.";
            case SocketTimeoutException slow -> tooSlow().problem();
            case SSLException tls -> "TLS failed: " + tls.getMessage();
            case InterruptedIOException interrupted -> tooSlow().problem();
            default -> "No connection, or it broke off: " + trouble.getMessage();
        };
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
