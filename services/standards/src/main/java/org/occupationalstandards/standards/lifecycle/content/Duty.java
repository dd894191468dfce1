package org.occupationalstandards.standards.lifecycle.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person in the job does. Its label (D1) is its position in the list and is not kept.
 *
 * @param core whether everybody in the occupation does it
 * @param criteria how its performance is measured
 * @param ksbs ids of the knowledge, skills and behaviours that it needs; the order says nothing
 * @param options ids of the options that it belongs to, none for all; the order says nothing
 */
public record Duty(UUID id, String text, boolean core, List<String> criteria, List<UUID> ksbs, List<UUID> options) {
    public Duty(
            UUID id,
            @Nullable String text,
            boolean core,
            @Nullable List<String> criteria,
            @Nullable List<UUID> ksbs,
            @Nullable List<UUID> options) {
        this.id = id;
        this.text = Texts.tidy(text);
        this.core = core;
        this.criteria = Texts.tidyList(criteria);
        this.ksbs = Texts.distinct(ksbs);
        this.options = Texts.distinct(options);
    }

    Duty in(List<UUID> allKsbs, List<UUID> allOptions) {
        return new Duty(id, text, core, criteria, Texts.inOrderOf(allKsbs, ksbs), Texts.inOrderOf(allOptions, options));
    }
}
