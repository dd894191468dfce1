package org.occupationalstandards.platform.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to a service's description: what an error looks like, and how to send a token. Who sends it is no parameter. */
@Configuration(proxyBeanMethods = false)
public class PlatformDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentCaller.class);
    }

    /**
     * Said once for every service.
     *
     * @param title of the service's interface
     * @param summary what it is for, in a sentence or two
     */
    @Bean
    OpenApiCustomizer commonParts(
            @Value("${platform.description.title:}") String title,
            @Value("${platform.description.summary:}") String summary) {
        return api -> {
            if (!title.isEmpty()) {
                api.info(new Info().title(title).version("1").description(summary));
            }
            describe(api);
        };
    }

    private static void describe(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        if (api.getInfo() == null) {
            api.setInfo(new Info());
        }
        var components = api.getComponents();
        components.addSecuritySchemes(
                "bearer",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of a trusted OpenID issuer."));
        ModelConverters.getInstance(true).readAll(Fault.class).forEach(components::addSchemas);
        components.addSchemas("Problem", problem());
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description("What is wrong, all of it at once (RFC 9457)")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("Problem")))));
        if (api.getPaths() != null) {
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation ->
                            operation.getResponses().putIfAbsent("default", new ApiResponse().$ref("Problem")));
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty(
                        "type", new StringSchema().format("uri").description("What kind of problem: compare this."))
                .addProperty("title", new StringSchema().description("What kind of problem, in words."))
                .addProperty("status", new IntegerSchema().description("The HTTP status again."))
                .addProperty(
                        "detail", new StringSchema().description("What is wrong this time, and what to do about it."))
                .addProperty(
                        "instance", new StringSchema().format("uri-reference").description("The address asked."))
                .addProperty("errors", new ArraySchema().items(new Schema<>().$ref("Fault")))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }
}
