package org.occupationalstandards.standards.lifecycle.content;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The single values of a content, by the names that changes use. */
enum TextField {
    TITLE("title", Content::title),
    OVERVIEW("overview", Content::overview),
    SUMMARY("summary", Content::summary),
    MEDIAN_SALARY(
            "medianSalary",
            content -> content.medianSalary() == null
                    ? null
                    : content.medianSalary().toString()),
    SOC_CODE(
            "soc2020.code",
            content -> content.soc2020() == null ? null : content.soc2020().code()),
    SOC_TITLE(
            "soc2020.title",
            content -> content.soc2020() == null ? null : content.soc2020().title()),
    REGULATED_BY("regulatedBy", Content::regulatedBy);

    private final String fieldName;
    private final Function<Content, @Nullable String> value;

    TextField(String fieldName, Function<Content, @Nullable String> value) {
        this.fieldName = fieldName;
        this.value = value;
    }

    String fieldName() {
        return fieldName;
    }

    @Nullable
    String of(Content content) {
        return value.apply(content);
    }

    static @Nullable TextField named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(name))
                .findFirst()
                .orElse(null);
    }
}
