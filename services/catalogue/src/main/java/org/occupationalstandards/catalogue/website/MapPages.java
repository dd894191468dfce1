package org.occupationalstandards.catalogue.website;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The occupational map, whole and by route. */
@Controller
class MapPages {

    private final Catalogue catalogue;

    MapPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Hundreds of cards: each route is folded until somebody filters, or asks to see all. */
    @GetMapping(path = "/map", produces = MediaType.TEXT_HTML_VALUE)
    String map(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Asked asked = Asked.of(parameters);
        boolean wrong = !asked.wrong().isEmpty();
        if (wrong) response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        List<Card> cards = wrong ? List.of() : catalogue.cards(asked.search());
        boolean all = "all".equals(parameters.get("open"));
        model.addAttribute("form", FilterForm.of(asked));
        model.addAttribute("tags", FilterTag.of(asked, "/map"));
        model.addAttribute("anyFilter", asked.anyFilter());
        model.addAttribute("asOf", Wording.dateOrNull(asked.search().asOf()));
        model.addAttribute(
                "map",
                MapPage.of(cards, all || asked.anyFilter(), asked.search().asOf()));
        model.addAttribute("openAll", all ? null : Links.map(asked.with("open", "all")));
        model.addAttribute("legend", Legend.values());
        return "map";
    }

    @GetMapping(path = "/routes", produces = MediaType.TEXT_HTML_VALUE)
    String routes(Model model) {
        model.addAttribute("routes", RouteTile.of(catalogue.cards(Search.EVERYTHING)));
        return "routes";
    }

    @GetMapping(path = "/routes/{id}", produces = MediaType.TEXT_HTML_VALUE)
    String route(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        Route route = Routes.all().stream()
                .filter(each -> Integer.toString(each.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no route " + id + "; they count from 1 to 15."));
        Search search = new Search(null, route.id(), null, null, null, null, null, null);
        List<Card> cards = catalogue.cards(search);
        model.addAttribute("route", route);
        model.addAttribute("count", Wording.count(cards.size(), "occupation", "occupations"));
        model.addAttribute("pathways", MapPage.pathways(cards, null));
        return "route";
    }
}
