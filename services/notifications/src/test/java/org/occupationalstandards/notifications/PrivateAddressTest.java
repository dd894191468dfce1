package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.notifications.RunningService.Subscribed;

class PrivateAddressTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "notifications.webhooks.allow-private-addresses=false", "notifications.webhooks.allow-http=true");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/hook",
                "http://127.0.0.1/hook",
                "http://127.1.2.3:8080/hook",
                "http://0.0.0.0/hook",
                "http://10.1.2.3/hook",
                "http://172.31.255.255/hook",
                "http://192.168.0.1/hook",
                "http://100.64.0.1/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://168.63.129.16/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/hook",
                "http://[::]/hook",
                "http://[::ffff:127.0.0.1]/hook",
                "http://[::127.0.0.1]/hook",
                "http://[fe80::1]/hook",
                "http://[fd00:ec2::254]/hook",
                "http://[fc00::1]/hook",
                "http://[ff02::1]/hook",
                "http://[64:ff9b::7f00:1]/hook",
                "http://[2002:7f00:1::]/hook",
                "http://[2001:db8::1]/hook"
            })
    void refusedWhenSubscribing(String url) {
        var answer = service.post(
                "/subscriptions", RunningService.token("curious"), Map.of("channel", "webhook", "url", url));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/url");
        assertThat(answer.json().get("detail").asString()).contains("public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http:///x",
                "//x"
            })
    void refusedForTheWayItIsWritten(String url) {
        var answer = service.post(
                "/subscriptions", RunningService.token("curious"), Map.of("channel", "webhook", "url", url));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://8.8.8.8/hook", "https://[2606:4700::1111]:8443/hook", "https://11.0.0.1/hook"})
    void publicOnesAreTaken(String url) {
        var answer = service.post(
                "/subscriptions", RunningService.token("public"), Map.of("channel", "webhook", "url", url));

        assertThat(answer.status()).isEqualTo(201);
    }

    /** The name led elsewhere when it was subscribed: the address that counts is the one at the time of sending. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void notCalledWhenSending(String host) {
        try (var receiver = new Receiver()) {
            var url = "http://" + host + ":" + receiver.port() + "/hook";
            var token = RunningService.token("rebinding");
            var id = service.post("/subscriptions", token, Map.of("channel", "webhook", "url", "http://8.8.8.8/hook"))
                    .json()
                    .get("id")
                    .asString();
            var subscribed = new Subscribed(UUID.fromString(id), "", token);
            service.jdbc()
                    .sql("update subscription set target = :url where id = :id")
                    .param("url", url)
                    .param("id", subscribed.id())
                    .update();

            var test = service.post(subscribed.path() + "/test", token, "");

            await().until(() -> !service.get(test.header("Location"), token)
                    .json()
                    .get("attempts")
                    .isEmpty());
            assertThat(service.get(test.header("Location"), token)
                            .json()
                            .get("attempts")
                            .get(0)
                            .get("problem")
                            .asString())
                    .startsWith("Not called");
            assertThat(receiver.calls()).isEmpty();
        }
    }

    @Test
    void withoutTlsOnlyWhereItIsAllowed() {
        try (var strict = RunningService.start("notifications.webhooks.allow-private-addresses=false")) {
            var answer = strict.post(
                    "/subscriptions",
                    RunningService.token("plain"),
                    Map.of("channel", "webhook", "url", "http://8.8.8.8/hook"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("detail").asString()).contains("https://");
        }
    }
}
