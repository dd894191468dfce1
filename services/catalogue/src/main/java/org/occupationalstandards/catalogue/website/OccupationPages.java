package org.occupationalstandards.catalogue.website;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Consultation;
import org.occupationalstandards.catalogue.entry.Neighbour;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one occupation: as it is or was, its versions, what changed between two, where one can go from it. */
@Controller
@RequestMapping(path = "/occupations/{reference}", produces = MediaType.TEXT_HTML_VALUE)
class OccupationPages {

    private final Catalogue catalogue;
    private final WebsiteSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    OccupationPages(Catalogue catalogue, WebsiteSettings settings, Clock clock, ZoneId zone) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    String occupation(@PathVariable String reference, @RequestParam Map<String, String> parameters, Model model) {
        LocalDate asOf = asOf(parameters);
        Occupation occupation = catalogue
                .occupation(reference, asOf)
                .orElseThrow(() -> asOf == null
                        ? unknown(reference)
                        : catalogue
                                .knownSince(reference)
                                .map(since -> ProblemException.notFound(
                                        since.isAfter(asOf)
                                                ? "Nothing is known of " + reference + " on " + Wording.date(asOf)
                                                        + ". The first day that is known is " + Wording.date(since)
                                                        + "."
                                                : "No version of " + reference + " was in force on "
                                                        + Wording.date(asOf) + "."))
                                .orElseGet(() -> unknown(reference)));
        List<Version> versions = catalogue.versions(reference);
        model.addAttribute(
                "banner", asOf == null ? Banner.current(occupation, versions, today()) : Banner.asOf(occupation, asOf));
        model.addAttribute("asOf", asOf);
        if (asOf == null)
            catalogue.rejection(reference).ifPresent(each -> model.addAttribute("rejection", RejectionView.of(each)));
        return page(occupation, versions, model);
    }

    @GetMapping("/versions")
    String versions(@PathVariable String reference, Model model) {
        Occupation occupation = current(reference);
        List<Version> versions = catalogue.versions(reference);
        model.addAttribute("page", OccupationPage.of(occupation, zone));
        model.addAttribute("versions", VersionRow.of(reference, versions));
        model.addAttribute("today", today());
        return "versions";
    }

    /** Where the form that compares two versions leads: to the address of the difference, older version first. */
    @GetMapping("/compare")
    String compare(@PathVariable String reference, @RequestParam String from, @RequestParam String to) {
        List<String> newestFirst =
                catalogue.versions(reference).stream().map(Version::number).toList();
        for (String number : List.of(from, to)) if (!newestFirst.contains(number)) throw noVersion(reference, number);
        boolean inOrder = newestFirst.indexOf(from) >= newestFirst.indexOf(to);
        return "redirect:" + Links.redline(reference, inOrder ? from : to, inOrder ? to : from);
    }

    @GetMapping("/versions/{number:[^.]+\\.[^.]+}")
    String version(@PathVariable String reference, @PathVariable String number, Model model) {
        Occupation current = current(reference);
        List<Version> versions = catalogue.versions(reference);
        Version version = versions.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> noVersion(reference, number));
        Occupation occupation = inVersion(reference, number);
        model.addAttribute("banner", Banner.version(version, versions, current, today()));
        model.addAttribute("heading", "Version " + number);
        return page(occupation, versions, model);
    }

    @GetMapping("/versions/{from:[^.]+\\.[^.]+}..{to:[^.]+\\.[^.]+}")
    String redline(@PathVariable String reference, @PathVariable String from, @PathVariable String to, Model model) {
        Occupation before = inVersion(reference, from);
        Occupation after = inVersion(reference, to);
        List<Change> changes =
                catalogue.redline(reference, from, to).orElseThrow(() -> noVersion(reference, from + " or " + to));
        model.addAttribute("redline", RedlinePage.of(before, after, changes));
        return "redline";
    }

    @GetMapping("/progression")
    String progression(@PathVariable String reference, Model model) {
        Occupation occupation = current(reference);
        model.addAttribute("page", OccupationPage.of(occupation, zone));
        addProgression(occupation, model);
        return "progression";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private String page(Occupation occupation, List<Version> versions, Model model) {
        model.addAttribute("page", OccupationPage.of(occupation, zone));
        model.addAttribute(
                "consultation",
                catalogue
                        .consultation(occupation.reference())
                        .filter(Consultation::isOpen)
                        .map(each -> ConsultationView.of(each, clock.instant(), zone))
                        .orElse(null));
        model.addAttribute("versions", VersionRow.of(occupation.reference(), versions));
        model.addAttribute("notifications", settings.notificationsUrl());
        addProgression(occupation, model);
        return "occupation";
    }

    private void addProgression(Occupation occupation, Model model) {
        List<Neighbour> neighbours = catalogue.neighbours(occupation.reference());
        model.addAttribute("onward", NeighbourView.of(neighbours, true));
        model.addAttribute("hither", NeighbourView.of(neighbours, false));
        model.addAttribute("drawing", neighbours.isEmpty() ? null : ProgressionDrawing.of(occupation, neighbours));
    }

    private Occupation current(String reference) {
        return catalogue.occupation(reference, null).orElseThrow(() -> unknown(reference));
    }

    private Occupation inVersion(String reference, String number) {
        return catalogue.version(reference, number).orElseThrow(() -> noVersion(reference, number));
    }

    private static @Nullable LocalDate asOf(Map<String, String> parameters) {
        Asked asked = Asked.of(parameters);
        List<Fault> wrong = asked.wrong().stream()
                .filter(each -> each.parameter().equals("asOf"))
                .map(each -> Fault.ofParameter(each.parameter(), each.message() + "."))
                .toList();
        if (!wrong.isEmpty()) throw ProblemException.invalid(wrong);
        return asked.search().asOf();
    }

    private static ProblemException unknown(String reference) {
        return ProblemException.notFound("There is no occupation with the reference " + reference + ".");
    }

    private static ProblemException noVersion(String reference, String number) {
        return ProblemException.notFound("There is no version " + number + " of " + reference + ".");
    }
}
