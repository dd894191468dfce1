package org.occupationalstandards.catalogue.website;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Listing;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of occupations: search, filters, pages of results. */
@Controller
class ListPages {

    private final Catalogue catalogue;

    ListPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/occupations", produces = MediaType.TEXT_HTML_VALUE)
    String occupations(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Asked asked = Asked.of(parameters);
        model.addAttribute("form", FilterForm.of(asked));
        model.addAttribute("asOf", Wording.dateOrNull(asked.search().asOf()));
        model.addAttribute("anyFilter", asked.anyFilter());
        if (!asked.wrong().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("list", ListPage.of(asked, new Listing(List.of(), 0, 1, asked.size())));
            return "occupations";
        }
        model.addAttribute("list", ListPage.of(asked, catalogue.search(asked.search(), asked.page(), asked.size())));
        return "occupations";
    }
}
