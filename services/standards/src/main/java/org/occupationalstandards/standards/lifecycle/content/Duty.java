package org.occupationalstandards.standards.lifecycle.content;

import java.util.List;
import java.util.Map;
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
public record Duty(
        @Required UUID id,
        @Required String text,
        @Required boolean core,
        List<String> criteria,
        List<UUID> ksbs,
        List<UUID> options) {
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

    /** With its mappings in the order in which statements and options stand. */
    Duty in(Map<UUID, Integer> ksbPlaces, Map<UUID, Integer> optionPlaces) {
        List<UUID> orderedKsbs = Texts.inOrderOf(ksbPlaces, ksbs);
        List<UUID> orderedOptions = Texts.inOrderOf(optionPlaces, options);
        return orderedKsbs.equals(ksbs) && orderedOptions.equals(options)
                ? this
                : new Duty(id, text, core, criteria, orderedKsbs, orderedOptions);
    }
}
