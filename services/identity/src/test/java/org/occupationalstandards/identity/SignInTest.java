package org.occupationalstandards.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.occupationalstandards.identity.RunningIdentity.claims;
import static org.occupationalstandards.identity.RunningIdentity.csrf;
import static org.occupationalstandards.identity.RunningIdentity.json;
import static org.occupationalstandards.identity.RunningIdentity.query;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Testbed;

/** People sign in by a form, without JavaScript, and are led back to the workspace with a code that only it can use. */
class SignInTest {

    private static final String BACK = "http://localhost:8083/login/oauth2/code/identity";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.on(Testbed.freshDatabase());
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void aPersonSignsInForTheWorkspace() throws Exception {
        var first = identity.page(authorize(BACK));
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(location(first)).endsWith("/login");

        var signedIn = identity.signIn("panel-1", "panel-1");
        var back = identity.page(URI.create(location(signedIn)).getRawPath() + "?"
                + URI.create(location(signedIn)).getRawQuery());
        assertThat(location(back)).startsWith(BACK + "?").contains("state=some-state");
        var code = Pattern.compile("code=([^&]+)")
                .matcher(location(back))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        var wrong = exchange(code, "another-verifier-of-at-least-forty-three-characters-01");
        assertThat(wrong.statusCode()).isEqualTo(400);

        var again = identity.page(authorize(BACK));
        var secondCode = Pattern.compile("code=([^&]+)")
                .matcher(location(again))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var tokens = exchange(secondCode, VERIFIER);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);

        var access = claims(json(tokens).path("access_token").asString());
        var machine = claims(identity.token("panel-1"));
        assertThat(access.path("sub")).isEqualTo(machine.path("sub"));
        assertThat(access.path("roles")).isEqualTo(machine.path("roles"));
        assertThat(access.path("routes")).isEqualTo(machine.path("routes"));
        var id = claims(json(tokens).path("id_token").asString());
        assertThat(id.path("sub")).isEqualTo(machine.path("sub"));
        assertThat(id.path("name").asString()).isEqualTo("Panel member 1");
        assertThat(id.path("roles").isMissingNode()).isTrue();

        var info = identity.bearing(
                "GET", "/userinfo", json(tokens).path("access_token").asString());
        assertThat(info.statusCode()).as(info.body()).isEqualTo(200);
        assertThat(json(info).path("name").asString()).isEqualTo("Panel member 1");
        assertThat(json(info).path("sub")).isEqualTo(machine.path("sub"));

        assertThat(exchange(secondCode, VERIFIER).statusCode())
                .as("a code is good once")
                .isEqualTo(400);

        var home = identity.page("/");
        assertThat(home.body()).contains("Panel member 1");
        assertThat(location(identity.post("/logout", Map.of("_csrf", csrf(home)))))
                .endsWith("/login?out");
        assertThat(identity.page("/").body()).doesNotContain("Panel member 1");
    }

    @Test
    void anotherAddressToComeBackToIsRefusedAndNotFollowed() throws Exception {
        for (var elsewhere : new String[] {"http://localhost:8083/elsewhere", "https://evil.example/", BACK + "/x"}) {
            var answer = identity.page(authorize(elsewhere));
            assertThat(answer.statusCode()).as(elsewhere).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void withoutAProofKeyThereIsNoCode() throws Exception {
        var parameters = new TreeMap<>(parameters(BACK));
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        var answer = identity.page("/oauth2/authorize?" + query(parameters));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("code=");
    }

    @Test
    void aWrongPasswordIsSaidSoOnThePage() throws Exception {
        var refused = identity.signIn("official", "wrong");
        assertThat(location(refused)).endsWith("/login?failed");

        var page = identity.page("/login?failed");
        assertThat(page.body())
                .contains("<title>Error: Sign in – Occupational standards</title>")
                .contains("The name or the password is not right")
                .doesNotContain("<script");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var answer = identity.send(identity.form("/login", Map.of("username", "official", "password", "official"))
                .header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void pagesAreStrictAndTheirStyleComesFromHere() throws Exception {
        var page = RunningIdentity.browser()
                .send(
                        identity.request("/login").header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "style-src 'self'", "form-action 'self' http://localhost:8083"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");

        var style = Pattern.compile("href=\"(/assets/[^\"]+css)\"")
                .matcher(page.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(identity.get(style).statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern("(src|href)=\"https?:");
    }

    @Test
    void browsersGetAnErrorPageAndProgramsAProblem() throws Exception {
        var page = identity.page("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>There is nothing here</h1>");
        assertThat(identity.get("/nowhere").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private static HttpResponse<String> exchange(String code, String verifier) throws Exception {
        return identity.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "workspace",
                        "code", code,
                        "redirect_uri", BACK,
                        "code_verifier", verifier));
    }

    private static String authorize(String redirect) throws Exception {
        return "/oauth2/authorize?" + query(parameters(redirect));
    }

    private static Map<String, String> parameters(String redirect) throws Exception {
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return Map.of(
                "response_type", "code",
                "client_id", "workspace",
                "scope", "openid profile",
                "state", "some-state",
                "redirect_uri", redirect,
                "code_challenge", challenge,
                "code_challenge_method", "S256");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
