package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** An employer that stands behind a proposal; an organisation, never a person. */
public record GroupEmployer(@Nullable String name, @Nullable EmployerSize size) {}
