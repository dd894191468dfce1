package org.occupationalstandards.notifications.feed;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters of {@link FeedQuery#filter()}. */
@Parameter(
        name = "reference",
        in = ParameterIn.QUERY,
        explode = Explode.TRUE,
        description =
                "References of standards, repeated or with commas between them. Each filter that is given has to hold.",
        example = "OCC0218",
        array = @ArraySchema(schema = @Schema(type = "string", pattern = "OCC\\d{4}[A-Z]?")))
@Parameter(
        name = "route",
        in = ParameterIn.QUERY,
        explode = Explode.TRUE,
        description = "Ids of routes: what is on one of them, or leaves it with this change",
        array = @ArraySchema(schema = @Schema(type = "integer", minimum = "1", maximum = "15")))
@Parameter(
        name = "level",
        in = ParameterIn.QUERY,
        explode = Explode.TRUE,
        description = "Levels: what is at one of them, or leaves it with this change",
        array = @ArraySchema(schema = @Schema(type = "integer", minimum = "2", maximum = "7")))
@Parameter(
        name = "type",
        in = ParameterIn.QUERY,
        explode = Explode.TRUE,
        description = "Types of announcements; the page at / lists them",
        example = "standards.standard.approved.v1",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FilterParameters {}
