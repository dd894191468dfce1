package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** An employer that stands behind a proposal; an organisation, never a person. */
public record GroupEmployer(
        @Required @Nullable String name, @Required @Nullable EmployerSize size) {}
