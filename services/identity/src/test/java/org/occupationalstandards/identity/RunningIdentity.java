package org.occupationalstandards.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identity service on a port of its own with a database of its own, and a browser without JavaScript to use it with. */
final class RunningIdentity implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    final ConfigurableApplicationContext context;
    final HttpClient browser = browser();

    private RunningIdentity(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningIdentity on(Database database, String... more) {
        var arguments = new ArrayList<>(List.of("--server.port=0"));
        if (List.of(more).stream().noneMatch(argument -> argument.startsWith("--identity.examples="))) {
            arguments.add("--identity.examples=true");
        }
        Testbed.properties(database, "localhost:1").forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(more));
        return new RunningIdentity(IdentityService.application().run(arguments.toArray(String[]::new)));
    }

    /** A browser that keeps cookies and follows no redirect by itself. */
    static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port()).resolve(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(form(path, form));
    }

    HttpRequest.Builder form(String path, Map<String, String> form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form)));
    }

    /** Asks for a token as a machine does, with the secret in the form. */
    HttpResponse<String> tokenFor(String client, String secret) throws IOException, InterruptedException {
        return post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    String token(String client) throws IOException, InterruptedException {
        return json(tokenFor(client, client)).path("access_token").asString();
    }

    HttpResponse<String> bearing(String method, String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> putting(String path, String token, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    /** Fills in the login form, with the hidden fields that the page has. */
    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/login", Map.of("username", name, "password", password, "_csrf", csrf(page("/login"))));
    }

    static String csrf(HttpResponse<String> page) {
        var matcher = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("No CSRF token on " + page.uri() + ": " + page.body());
        }
        return matcher.group(1);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    static JsonNode header(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        context.close();
    }
}
