package org.occupationalstandards.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.api.Answers.Progressions;
import org.occupationalstandards.catalogue.api.Answers.RedlineAnswer;
import org.occupationalstandards.catalogue.api.Answers.VersionItem;
import org.occupationalstandards.catalogue.api.Answers.Versions;
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
@Tag(name = "Occupations")
class OccupationsApi {

    private static final String VERSION = "\\d+\\.\\d+";

    private final Catalogue catalogue;

    OccupationsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(
            summary = "Find occupations",
            description =
                    "A page of the occupations that match everything that is asked for; best match first where there are"
                            + " words, otherwise by reference.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words of the title, job titles, keywords, overview and"
                    + " what one knows and does; a reference; the code of a product")
    @Parameter(name = "route", in = ParameterIn.QUERY, description = "Number, short name or name of a route")
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "2 to 7")
    @Parameter(name = "tier", in = ParameterIn.QUERY, description = "technical, higher-technical or professional")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "potential, in-development, approved, retired or withdrawn")
    @Parameter(
            name = "product",
            in = ParameterIn.QUERY,
            description = "apprenticeship, t-level, technical-qualification or higher-technical-qualification")
    @Parameter(name = "green", in = ParameterIn.QUERY, description = "none, mid or dark")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description =
                    "The catalogue as it was at the end of that day where the standards are in force, such as 2026-11-22; before the first"
                            + " record of an occupation, the version that was in force on that day")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 1 up")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "1 to 200; 20 where it is not given")
    Listing search(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        SearchParameters asked = Asked.search(parameters, Set.of());
        return catalogue.search(asked.search(), asked.page(), asked.size());
    }

    @GetMapping("/{reference}")
    @Operation(summary = "One occupation with everything that is public about it")
    Occupation occupation(
            @PathVariable String reference,
            @Parameter(
                            description =
                                    "As it was at the end of that day where the standards are in force, as far as it was recorded by then; before"
                                            + " the first record, the version that was in force on that day")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return catalogue.occupation(reference, asOf).orElseThrow(() -> unknown(reference, asOf));
    }

    @GetMapping("/{reference}/versions")
    @Operation(
            summary = "The approved versions of an occupation, newest first, with the days on which each is in force")
    Versions versions(@PathVariable String reference) {
        Occupation occupation = known(reference);
        List<VersionItem> items = catalogue.versions(reference).stream()
                .map(each -> VersionItem.of(reference, each))
                .toList();
        return new Versions(reference, occupation.title(), items, items.size());
    }

    @GetMapping("/{reference}/versions/{number:" + VERSION + "}")
    @Operation(summary = "The occupation as that version says it")
    Occupation version(@PathVariable String reference, @PathVariable String number) {
        return catalogue.version(reference, number).orElseThrow(() -> unknownVersion(reference, number));
    }

    @GetMapping("/{reference}/versions/{from:" + VERSION + "}..{to:" + VERSION + "}")
    @Operation(
            summary = "What changed between two versions",
            description = "Statements and duties are matched by their ids, and what was reworded is told word by word.")
    RedlineAnswer redline(@PathVariable String reference, @PathVariable String from, @PathVariable String to) {
        return catalogue
                .redline(reference, from, to)
                .map(changes -> RedlineAnswer.of(reference, from, to, changes))
                .orElseThrow(() -> unknownVersion(reference, from + " or " + to));
    }

    @GetMapping("/{reference}/progression")
    @Operation(summary = "Where an occupation leads, and which ones lead to it")
    Progressions progression(@PathVariable String reference) {
        known(reference);
        return Progressions.of(reference, catalogue.neighbours(reference));
    }

    private Occupation known(String reference) {
        return catalogue.occupation(reference, null).orElseThrow(() -> unknown(reference, null));
    }

    private ProblemException unknown(String reference, @Nullable LocalDate asOf) {
        return ProblemException.notFound(
                asOf == null
                        ? "There is no occupation " + reference
                        : catalogue
                                .knownSince(reference)
                                .map(since -> since.isAfter(asOf)
                                        ? "Nothing is known of " + reference + " on " + asOf
                                                + "; the first day that is known is " + since
                                        : "No version of " + reference + " was in force on " + asOf)
                                .orElse("There is no occupation " + reference));
    }

    private static ProblemException unknownVersion(String reference, String number) {
        return ProblemException.notFound("There is no version " + number + " of " + reference);
    }
}
