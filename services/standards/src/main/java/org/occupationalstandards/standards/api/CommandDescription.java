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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Role;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes every command of the rulebook's table at an address of its own, though one method takes them all. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CommandDescription implements OpenApiCustomizer {

    private static final String GENERIC = "/standards/{reference}/commands/{command}";
    private static final String JSON = "application/json";

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title("Standards").version("1").description("""
                        Proposes, develops, approves and ends occupational standards. Every change is a command on the state \
                        that the caller saw: send the ETag of the standard as If-Match. An Idempotency-Key makes a command safe \
                        to repeat."""));
        var components = api.getComponents();
        var paths = api.getPaths();
        if (paths == null || components == null) {
            return;
        }
        paths.remove(GENERIC);
        for (var command : CommandName.values()) {
            if (command != CommandName.PROPOSE
                    && command != CommandName.CHANGE_DRAFT
                    && !command.roles().equals(Set.of(Role.SYSTEM))) {
                paths.addPathItem(
                        "/standards/{reference}/commands/" + command.wireName(),
                        new PathItem().post(operation(command, components)));
            }
        }
        body(paths.get("/standards"), PathItem.HttpMethod.POST, ProposeStandard.class, components);
        body(paths.get("/standards/{reference}/draft"), PathItem.HttpMethod.PUT, DraftDocument.class, components);
        components.getSchemas().values().forEach(CommandDescription::wireNames);
    }

    private static Operation operation(CommandName command, Components components) {
        var operation = new Operation()
                .addTagsItem("Commands")
                .operationId(command.wireName())
                .summary(command.does())
                .description("For "
                        + list(command.roles().stream().map(Role::says).toList()) + ". " + "Then are told: "
                        + list(command.told().stream().map(Audience::says).toList()) + ".")
                .addParametersItem(new PathParameter().name("reference").schema(new StringSchema().example("OCC0218")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .requestBody(new RequestBody().content(content(command.record(), components)))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("Done; the ETag is the new state of the standard")
                                        .addHeaderObject("ETag", new Header().schema(new StringSchema()))
                                        .content(content(OutcomeView.class, components)))
                        .addApiResponse("400", problem("Some of what was sent cannot be taken; errors names all of it"))
                        .addApiResponse("403", problem("The caller may not do this"))
                        .addApiResponse("404", problem("There is no such standard"))
                        .addApiResponse(
                                "409", problem("The standard is not ready for this; errors names what is missing"))
                        .addApiResponse("412", problem("The standard has changed meanwhile; the ETag says to what"))
                        .addApiResponse("428", problem("If-Match is missing")));
        if (!command.creates()) {
            operation.addParametersItem(header("If-Match", "The ETag of the standard as the caller saw it")
                    .required(true));
        }
        return operation.addParametersItem(
                header(Preconditions.IDEMPOTENCY_KEY, "Chosen by the caller; the same request is carried out once"));
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

    private static void body(
            @Nullable PathItem path, PathItem.HttpMethod method, Class<?> type, Components components) {
        var operation = path == null ? null : path.readOperationsMap().get(method);
        if (operation != null) {
            operation.setRequestBody(new RequestBody().required(true).content(content(type, components)));
        }
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
