package org.occupationalstandards.testbed.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Sends every role, and nobody, to every address that a running service has, and compares who gets in with who should.
 *
 * <pre>{@code
 * assertThat(EndpointWalk.in(context, port, issuer).surprises(Map.of(
 *         "GET /standards/{reference}", EndpointWalk.ANYBODY,
 *         "POST /standards", Set.of("employer-group-chair", "official")))).isEmpty();
 * }</pre>
 *
 * An address that the table does not mention is a surprise too, and so is a line of the table that the service does not have. What
 * every service has open (health, metrics, its description) needs no line. Getting in means any answer but 401 and 403: bodies are
 * empty objects and path variables are made up, so most answers are refusals of another kind.
 */
public final class EndpointWalk {

    /** In the table: open to all, token or not. */
    public static final Set<String> ANYBODY = Set.of("anybody");

    /** In the table: open to whoever has a valid token, whatever the role. */
    public static final Set<String> SIGNED_IN = Set.of("signed in");

    private static final String NOBODY = "nobody";

    private static final List<String> ROLES = List.of(
            "employer-group-chair", "employer-group-member", "official", "panel-member", "committee", "subscriber");

    private static final List<String> OPEN_EVERYWHERE =
            List.of("/actuator/health", "/actuator/prometheus", "/v3/api-docs", "/error");

    private final ApplicationContext context;
    private final URI base;
    private final TestIssuer issuer;
    private final HttpClient http = HttpClient.newHttpClient();

    private EndpointWalk(ApplicationContext context, URI base, TestIssuer issuer) {
        this.context = context;
        this.base = base;
        this.issuer = issuer;
    }

    /** A walk through the service in this context, which listens on this port and trusts this issuer. */
    public static EndpointWalk in(ApplicationContext context, int port, TestIssuer issuer) {
        return new EndpointWalk(context, URI.create("http://localhost:" + port), issuer);
    }

    /** Every address of the service as {@code METHOD /path/{variable}}, in order. */
    public Set<String> endpoints() {
        var endpoints = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    for (var path : info.getPatternValues()) {
                        if (OPEN_EVERYWHERE.stream().noneMatch(path::startsWith)) {
                            methods(info).forEach(method -> endpoints.add(method + " " + path));
                        }
                    }
                }));
        return endpoints;
    }

    /**
     * Where practice differs from the table, one sentence each.
     *
     * @param allowed {@code METHOD /path} as in {@link #endpoints()} → roles in wire form, or {@link #ANYBODY} or {@link #SIGNED_IN}
     */
    public List<String> surprises(Map<String, Set<String>> allowed) {
        var surprises = new ArrayList<String>();
        var endpoints = endpoints();
        for (var line : new TreeMap<>(allowed).keySet()) {
            if (!endpoints.contains(line)) {
                surprises.add(line + " is in the table, but the service does not have it");
            }
        }
        for (var endpoint : endpoints) {
            var roles = allowed.get(endpoint);
            if (roles == null) {
                surprises.add(endpoint + " is not in the table");
            } else {
                visit(endpoint, roles, surprises);
            }
        }
        return surprises;
    }

    private void visit(String endpoint, Set<String> roles, List<String> surprises) {
        var open = roles.equals(ANYBODY);
        expect(endpoint, NOBODY, status(endpoint, null), open, 401, surprises);
        for (var role : ROLES) {
            var mayEnter = open || roles.equals(SIGNED_IN) || roles.contains(role);
            expect(endpoint, role, status(endpoint, issuer.token(role)), mayEnter, 403, surprises);
        }
        expect(
                endpoint,
                "a caller without a role",
                status(endpoint, issuer.token()),
                open || roles.equals(SIGNED_IN),
                403,
                surprises);
    }

    private static void expect(
            String endpoint, String caller, int status, boolean mayEnter, int refusal, List<String> surprises) {
        if (mayEnter && (status == 401 || status == 403)) {
            surprises.add("%s: %s should get in, but got %d".formatted(endpoint, caller, status));
        }
        if (!mayEnter && status != refusal) {
            surprises.add("%s: %s should get %d, but got %d".formatted(endpoint, caller, refusal, status));
        }
    }

    private int status(String endpoint, @Nullable String token) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replaceAll("\\{[^}]+}", "OCC0000")
                .replace("**", "x")
                .replace("*", "x");
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!method.equals("GET")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            // The status is all that matters; a body may never end (a stream of events), so it is not read.
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(endpoint + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> methods(RequestMappingInfo info) {
        var methods = new TreeSet<String>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        return methods.isEmpty() ? Set.of("GET", "POST") : methods;
    }
}
