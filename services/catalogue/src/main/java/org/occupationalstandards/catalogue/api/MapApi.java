package org.occupationalstandards.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.occupationalstandards.catalogue.api.Answers.MapAnswer;
import org.occupationalstandards.catalogue.api.Answers.RouteAnswer;
import org.occupationalstandards.catalogue.api.Answers.RouteItem;
import org.occupationalstandards.catalogue.api.Answers.RouteList;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.OccupationalMap;
import org.occupationalstandards.catalogue.entry.RouteNames;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The occupational map: routes, pathways, clusters. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Map")
class MapApi {

    private final Catalogue catalogue;

    MapApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/map")
    @Operation(
            summary = "The occupational map",
            description =
                    "All routes with their pathways, clusters and occupations; takes the parameters of the list of"
                            + " occupations except page and size.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words, as in the list of occupations")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "As in the list of occupations")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The map as it was at the end of that day where the standards are in force")
    MapAnswer map(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        Search search = Asked.search(parameters, Set.of()).search();
        return MapAnswer.of(OccupationalMap.of(catalogue.cards(search)));
    }

    @GetMapping("/routes")
    @Operation(summary = "The fifteen routes, with the number of occupations in each")
    RouteList routes() {
        Map<Integer, Long> counts = catalogue.countsByRoute();
        List<RouteItem> items = Routes.all().stream()
                .map(each -> RouteItem.of(each, counts.getOrDefault(each.id(), 0L)))
                .toList();
        return new RouteList(items, items.size());
    }

    @GetMapping("/routes/{route}")
    @Operation(summary = "One route with its pathways, clusters and occupations")
    RouteAnswer route(@Parameter(description = "Number, short name or name") @PathVariable String route) {
        Route found = RouteNames.find(route)
                .flatMap(Routes::withId)
                .orElseThrow(() -> ProblemException.notFound("There is no route " + route));
        return RouteAnswer.of(OccupationalMap.route(found, catalogue.cards(Search.inRoute(found.id()))));
    }
}
