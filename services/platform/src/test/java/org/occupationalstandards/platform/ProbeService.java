package org.occupationalstandards.platform;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.io.EOFException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service small enough to have every way of failing, run on a port of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class
        })
@Import({PlatformWeb.class, ProbeService.Probe.class})
public class ProbeService {

    public record Running(ConfigurableApplicationContext context, HttpClient http) implements AutoCloseable {

        public int port() {
            return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        }

        public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            context.close();
        }
    }

    public static Running run(String... arguments) {
        var all = new java.util.ArrayList<>(List.of("--server.port=0", "--platform.body.paths.[/large]=2MB"));
        all.addAll(List.of(arguments));
        var context = ServiceApplication.of(ProbeService.class, "probe").run(all.toArray(String[]::new));
        return new Running(context, HttpClient.newHttpClient());
    }

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/open/**", "/large")
                .permitAll()
                .requestMatchers("/officials")
                .hasRole("OFFICIAL")
                .requestMatchers("/me")
                .authenticated();
    }

    record Order(String title, int level, List<Line> lines, UUID id) {}

    record Line(String text, boolean core) {}

    enum Colour {
        RED,
        GREEN
    }

    static final class Unanswerable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @RestController
    static class Probe {

        @PostMapping(
                path = {"/open/orders", "/large"},
                consumes = APPLICATION_JSON_VALUE)
        Order order(@RequestBody Order order) {
            return order;
        }

        @GetMapping(path = "/open/parameters/{id}", produces = APPLICATION_JSON_VALUE)
        Map<String, Object> parameters(
                @PathVariable UUID id,
                @RequestParam int page,
                @RequestParam(required = false) Colour colour,
                @RequestHeader("X-Needed") int needed) {
            return Map.of("id", id, "page", page, "needed", needed);
        }

        @GetMapping("/open/refused")
        void refused() {
            throw ProblemException.of(
                            HttpStatus.CONFLICT, "draft-incomplete", "The draft is not complete", "Two parts miss.")
                    .because(List.of(Fault.at("/overview", "There is no overview."), Fault.at("/duties/0", "No KSB.")))
                    .with("missing", List.of("overview"))
                    .header("Retry-After", "7");
        }

        @GetMapping("/open/broken")
        void broken() {
            throw new IllegalStateException("secret of the inside");
        }

        @GetMapping("/open/unanswerable")
        void unanswerable() {
            throw new Unanswerable();
        }

        /** As where the reason for a refusal is to be read from a database that has just gone. */
        @ExceptionHandler
        void fails(Unanswerable refusal) {
            throw new IllegalStateException("The reason cannot be read", new EOFException());
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody declared me";
        }

        @GetMapping("/officials")
        String officials() {
            return "in";
        }

        @GetMapping("/me")
        CurrentCaller me(CurrentCaller caller) {
            return caller;
        }

        @GetMapping("/open/me")
        boolean known(Optional<CurrentCaller> caller) {
            return caller.isPresent();
        }
    }
}
