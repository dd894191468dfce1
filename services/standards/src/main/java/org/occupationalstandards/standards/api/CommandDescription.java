package org.occupationalstandards.standards.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.EmployerCommand.CorrectEmployer;
import org.occupationalstandards.standards.employers.EmployerCommand.MergeEmployer;
import org.occupationalstandards.standards.employers.EmployerCommand.SeparateEmployer;
import org.occupationalstandards.standards.groups.GroupCommand.FormGroup;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Role;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Describes every command of the rulebooks' tables at an address of its own, though one method takes them all. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CommandDescription implements OpenApiCustomizer {

    private static final String STANDARD = "/standards/{reference}/commands/";
    private static final String GROUP = "/groups/{id}/commands/";
    private static final String JSON = "application/json";
    private static final String WHAT_THE_CALLER_SAW = "The ETag of what the caller saw";

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title("Standards").version("1").description("""
                        Proposes, develops, approves and ends occupational standards. Every change is a command on the state \
                        that the caller saw: send its ETag as If-Match. An Idempotency-Key makes a command safe \
                        to repeat. What is written in a command is kept for ever and can be read by others: name \
                        no person in it. A text with an e-mail address in it is refused."""));
        var components = api.getComponents();
        var paths = api.getPaths();
        if (paths == null || components == null) {
            return;
        }
        paths.remove(STANDARD + "{command}");
        paths.remove(GROUP + "{command}");
        paths.values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(CommandDescription::needsIfMatch);
        for (var command : CommandName.values()) {
            if (command != CommandName.PROPOSE
                    && command != CommandName.CHANGE_DRAFT
                    && !command.roles().equals(Set.of(Role.SYSTEM))) {
                paths.addPathItem(
                        STANDARD + command.wireName(),
                        new PathItem().post(operation(Described.of(command), components)));
            }
        }
        for (var command : GroupCommandName.values()) {
            if (command != GroupCommandName.FORM) {
                paths.addPathItem(
                        GROUP + command.wireName(), new PathItem().post(operation(Described.of(command), components)));
            }
        }
        List.of("/standards", "/groups", "/employers").forEach(path -> creates(paths.get(path)));
        body(paths.get("/standards"), PathItem.HttpMethod.POST, ProposeStandard.class, components);
        body(paths.get("/standards/{reference}/draft"), PathItem.HttpMethod.PUT, DraftDocument.class, components);
        body(paths.get("/groups"), PathItem.HttpMethod.POST, FormGroup.class, components);
        body(paths.get("/employers"), PathItem.HttpMethod.POST, Registration.class, components);
        Map.of("correct", CorrectEmployer.class, "merge", MergeEmployer.class, "separate", SeparateEmployer.class)
                .forEach((name, command) -> body(
                        paths.get("/employers/{id}/commands/" + name), PathItem.HttpMethod.POST, command, components));
        components.getSchemas().values().forEach(CommandDescription::wireNames);
    }

    /** A line of a table of commands. */
    private record Described(
            String tag,
            String wireName,
            Class<?> body,
            String does,
            Set<Role> roles,
            List<String> told,
            boolean creates,
            boolean onAnyState,
            Parameter address) {

        static Described of(CommandName command) {
            return new Described(
                    "Commands",
                    command.wireName(),
                    command.record(),
                    command.does(),
                    command.roles(),
                    command.told().stream().map(Audience::says).toList(),
                    command.creates(),
                    command.onAnyState(),
                    new PathParameter().name("reference").schema(new StringSchema().example("OCC0218")));
        }

        static Described of(GroupCommandName command) {
            return new Described(
                    "Commands on employer groups",
                    "group-" + command.wireName(),
                    command.record(),
                    command.does(),
                    command.roles(),
                    List.of(),
                    false,
                    false,
                    new PathParameter().name("id").schema(new UUIDSchema()));
        }

        String description() {
            return "For " + list(roles.stream().map(Role::says).toList()) + "."
                    + (told.isEmpty() ? "" : " Then are told: " + list(told) + ".");
        }
    }

    private static Operation operation(Described command, Components components) {
        var operation = new Operation()
                .addTagsItem(command.tag())
                .operationId(command.wireName())
                .summary(command.does())
                .description(command.description())
                .addParametersItem(command.address())
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .requestBody(requestBody(command.body(), components).required(RequiredFields.anyIn(command.body())))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("Done; the ETag is the new state")
                                        .addHeaderObject("ETag", new Header().schema(new StringSchema()))
                                        .content(content(OutcomeView.class, components)))
                        .addApiResponse("400", problem("Some of what was sent cannot be taken; errors names all of it"))
                        .addApiResponse("403", problem("The caller may not do this"))
                        .addApiResponse("404", problem("There is nothing of that name"))
                        .addApiResponse("409", problem("It is not ready for this; errors names what is missing"))
                        .addApiResponse("412", stale())
                        .addApiResponse("428", ifMatchMissing()));
        if (!command.creates()) {
            operation.addParametersItem(header(
                            HttpHeaders.IF_MATCH,
                            command.onAnyState()
                                    ? "The ETag of what the caller saw, where it matters; without it any state will do"
                                    : WHAT_THE_CALLER_SAW)
                    .required(!command.onAnyState()));
        }
        return operation.addParametersItem(
                header(Preconditions.IDEMPOTENCY_KEY, "Chosen by the caller; the same request is carried out once"));
    }

    /** An address that takes If-Match and is no line of a table refuses whoever does not send it. */
    private static void needsIfMatch(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals(HttpHeaders.IF_MATCH))
                .forEach(parameter -> {
                    parameter.description(WHAT_THE_CALLER_SAW).required(true);
                    operation.getResponses().addApiResponse("412", stale()).addApiResponse("428", ifMatchMissing());
                });
    }

    private static ApiResponse stale() {
        return problem("It has changed meanwhile; the ETag says to what");
    }

    private static ApiResponse ifMatchMissing() {
        return problem("If-Match is missing");
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema());
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref("Problem"))));
    }

    private static void creates(@Nullable PathItem path) {
        if (path != null) {
            var responses = path.getPost().getResponses();
            var done = responses.remove("200");
            responses.addApiResponse(
                    "201",
                    new ApiResponse()
                            .description("Made; the ETag is the new state")
                            .content(done == null ? null : done.getContent())
                            .addHeaderObject(HttpHeaders.LOCATION, new Header().schema(new StringSchema()))
                            .addHeaderObject(HttpHeaders.ETAG, new Header().schema(new StringSchema())));
        }
    }

    private static void body(
            @Nullable PathItem path, PathItem.HttpMethod method, Class<?> type, Components components) {
        var operation = path == null ? null : path.readOperationsMap().get(method);
        if (operation != null) {
            operation.setRequestBody(requestBody(type, components).required(true));
        }
    }

    private static RequestBody requestBody(Class<?> type, Components components) {
        var body = new RequestBody().content(content(type, components));
        RequiredFields.describe(type, components);
        return body;
    }

    private static Content content(Type type, Components components) {
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        return new Content().addMediaType(JSON, new MediaType().schema(resolved.schema));
    }

    /** Constants are in kebab-case on the wire; the schemas are made from Java names. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void wireNames(Schema schema) {
        if (schema.getEnum() != null) {
            schema.setEnum(schema.getEnum().stream()
                    .map(constant ->
                            constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
        }
        if (schema.getProperties() != null) {
            ((Collection<Schema>) schema.getProperties().values()).forEach(CommandDescription::wireNames);
        }
        if (schema.getItems() != null) {
            wireNames(schema.getItems());
        }
    }

    private static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
