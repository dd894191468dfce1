package org.occupationalstandards.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.occupationalstandards.catalogue.api.Answers.ConsultationAnswer;
import org.occupationalstandards.catalogue.api.Answers.ConsultationItem;
import org.occupationalstandards.catalogue.api.Answers.ConsultationList;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the public is asked about. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consultations")
class ConsultationsApi {

    private final Catalogue catalogue;
    private final URI standards;
    private final Clock clock;

    ConsultationsApi(
            Catalogue catalogue,
            @Value("${catalogue.standards-url:http://localhost:8081}") URI standards,
            Clock clock) {
        this.catalogue = catalogue;
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping("/consultations")
    @Operation(summary = "Drafts and retirements that the public is or was asked about, open ones first")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 1 up")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "1 to 200; 20 where it is not given")
    ConsultationList consultations(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        var asked = Asked.pages(parameters);
        var found = catalogue.consultations(asked.page(), asked.size());
        return new ConsultationList(
                found.items().stream().map(ConsultationItem::of).toList(), found.total(), found.page(), found.size());
    }

    @GetMapping("/occupations/{reference}/consultation")
    @Operation(
            summary =
                    "The last consultation on an occupation: the draft, until when, how to comment, and what came of it")
    ConsultationAnswer consultation(@PathVariable String reference) {
        return catalogue
                .consultation(reference)
                .map(each -> ConsultationAnswer.of(each, standards, clock.instant()))
                .orElseThrow(
                        () -> ProblemException.notFound("There has been no consultation on " + reference + " so far"));
    }
}
