package org.occupationalstandards.catalogue.website;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Consultation;
import org.occupationalstandards.catalogue.entry.ConsultationListing;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the public is or was asked about: all of it, and one draft with how to comment on it. */
@Controller
class ConsultationPages {

    private final Catalogue catalogue;
    private final WebsiteSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    ConsultationPages(Catalogue catalogue, WebsiteSettings settings, Clock clock, ZoneId zone) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/consultations", produces = MediaType.TEXT_HTML_VALUE)
    String consultations(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Asked asked = Asked.pages(parameters);
        boolean wrong = !asked.wrong().isEmpty();
        if (wrong) response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        ConsultationListing found = wrong
                ? new ConsultationListing(List.of(), 0, 1, asked.size())
                : catalogue.consultations(asked.page(), asked.size());
        List<ConsultationView> views = found.items().stream()
                .map(each -> ConsultationView.of(each, clock.instant(), zone))
                .toList();
        model.addAttribute("wrong", asked.wrong());
        model.addAttribute("open", views.stream().filter(ConsultationView::open).toList());
        model.addAttribute("closed", views.stream().filter(each -> !each.open()).toList());
        model.addAttribute("previous", found.page() > 1 ? page(asked, found.page() - 1) : null);
        model.addAttribute(
                "next", (long) found.page() * found.size() < found.total() ? page(asked, found.page() + 1) : null);
        model.addAttribute("notifications", settings.notificationsUrl());
        return "consultations";
    }

    @GetMapping(path = "/occupations/{reference}/consultation", produces = MediaType.TEXT_HTML_VALUE)
    String consultation(@PathVariable String reference, Model model) {
        Consultation consultation = catalogue
                .consultation(reference)
                .orElseThrow(() -> ProblemException.notFound("There has been no consultation on " + reference
                        + " so far. Follow the occupation, and you hear when one opens."));
        model.addAttribute("consultation", ConsultationView.of(consultation, clock.instant(), zone));
        model.addAttribute("page", consultation.draft() == null ? null : OccupationPage.of(consultation.draft(), zone));
        model.addAttribute("standards", settings.standardsUrl());
        model.addAttribute("notifications", settings.notificationsUrl());
        return "consultation";
    }

    private static String page(Asked asked, int page) {
        Map<String, String> parameters = new HashMap<>(asked.with("page", Integer.toString(page)));
        return Links.withQuery("/consultations", parameters);
    }
}
