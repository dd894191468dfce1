package org.occupationalstandards.catalogue.api;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Listing;
import org.occupationalstandards.catalogue.entry.SearchParameters;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Occupations one by one and in lists. */
@RestController
@RequestMapping(path = "/occupations", produces = MediaType.APPLICATION_JSON_VALUE)
class OccupationsApi {

    private final Catalogue catalogue;

    OccupationsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    Listing search(@RequestParam Map<String, String> parameters) {
        SearchParameters asked = SearchParameters.of(parameters);
        if (!asked.faults().isEmpty()) throw ProblemException.invalid(asked.faults());
        return catalogue.search(asked.search(), asked.page(), asked.size());
    }

    @GetMapping("/{reference}")
    Occupation occupation(@PathVariable String reference, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return catalogue
                .occupation(reference, asOf)
                .orElseThrow(() -> ProblemException.notFound("There is no occupation " + reference));
    }
}
