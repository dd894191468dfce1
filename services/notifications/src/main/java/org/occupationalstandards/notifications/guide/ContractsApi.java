package org.occupationalstandards.notifications.guide;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Serves what the contracts module publishes, where each event's {@code dataschema} points, and explains it on a page. */
@Controller
@Tag(name = "Contracts")
class ContractsApi {

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+\\.json");
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Snippets snippets;

    ContractsApi(Snippets snippets) {
        this.snippets = snippets;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        var types = Arrays.stream(AnnouncementType.values())
                .map(AnnouncementType::wireName)
                .toList();
        return new ModelAndView("guide", Map.of("snippets", snippets.all(), "types", types));
    }

    /** One of the page's examples, as a file to keep and run. */
    @Operation(hidden = true)
    @GetMapping(path = "/guide/{name}", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> snippet(@PathVariable String name) {
        var snippet = snippets.all().get(name);
        if (snippet == null) throw nothing();
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(snippet);
    }

    @Operation(summary = "The change stream as AsyncAPI 3 describes it")
    @ApiResponse(
            responseCode = "200",
            description = "AsyncAPI",
            content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
    @GetMapping(path = "/asyncapi.yaml", produces = "application/yaml")
    ResponseEntity<Resource> asyncApi() {
        return published("contracts/asyncapi.yaml", MediaType.APPLICATION_YAML);
    }

    @Operation(summary = "JSON Schema of a type of announcement", description = "Where dataschema points")
    @ApiResponse(
            responseCode = "200",
            description = "JSON Schema",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    @GetMapping(
            path = "/schemas/{name}",
            produces = {"application/schema+json", "application/json"})
    ResponseEntity<Resource> schema(@PathVariable String name) {
        return published("contracts/schemas/" + checked(name), MediaType.valueOf("application/schema+json"));
    }

    @Operation(summary = "Example of the data of a type of announcement")
    @ApiResponse(
            responseCode = "200",
            description = "Data of an announcement",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @GetMapping(path = "/examples/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> example(@PathVariable String name) {
        return published("contracts/examples/" + checked(name), MediaType.APPLICATION_JSON);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) throw nothing();
        return name;
    }

    private static ResponseEntity<Resource> published(String path, MediaType type) {
        var resource = new ClassPathResource(path);
        if (!resource.exists()) throw nothing();
        return ResponseEntity.ok().cacheControl(AN_HOUR).contentType(type).body(resource);
    }

    private static ProblemException nothing() {
        return ProblemException.notFound("Nothing of that name is published; / lists what is.");
    }
}
