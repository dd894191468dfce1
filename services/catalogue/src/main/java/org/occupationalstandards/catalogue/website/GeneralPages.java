package org.occupationalstandards.catalogue.website;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.RecentChange;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.contracts.Status;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first page, and what there is to read about the site. */
@Controller
class GeneralPages {

    private static final int CHANGES_SHOWN = 8;
    private static final int CONSULTATIONS_SHOWN = 5;

    private final Catalogue catalogue;
    private final WebsiteSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    GeneralPages(Catalogue catalogue, WebsiteSettings settings, Clock clock, ZoneId zone) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /** Something that happened lately, as a sentence. */
    record Happened(String when, String reference, String title, String what) {
        static Happened of(RecentChange change, ZoneId zone) {
            return new Happened(
                    Wording.date(change.recordedAt(), zone), change.reference(), change.title(), happened(change));
        }
    }

    private static String happened(RecentChange change) {
        return change.product() == null
                ? Wording.happened(change.type(), change.version())
                : ProductNews.of(change.product());
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String home(Model model) {
        List<Card> cards = catalogue.cards(Search.EVERYTHING);
        long approved =
                cards.stream().filter(card -> card.status() == Status.APPROVED).count();
        model.addAttribute("total", String.format(Locale.UK, "%,d", cards.size()));
        model.addAttribute("approved", String.format(Locale.UK, "%,d", approved));
        model.addAttribute("routes", RouteTile.of(cards));
        model.addAttribute(
                "consultations",
                catalogue.consultations(1, CONSULTATIONS_SHOWN).items().stream()
                        .map(each -> ConsultationView.of(each, clock.instant(), zone))
                        .filter(ConsultationView::accepting)
                        .toList());
        model.addAttribute(
                "changes",
                catalogue.recentChanges(CHANGES_SHOWN).stream()
                        .map(each -> Happened.of(each, zone))
                        .toList());
        model.addAttribute("notifications", settings.notificationsUrl());
        return "home";
    }

    @GetMapping(path = "/about", produces = MediaType.TEXT_HTML_VALUE)
    String about() {
        return "about";
    }

    @GetMapping(path = "/accessibility", produces = MediaType.TEXT_HTML_VALUE)
    String accessibility() {
        return "accessibility";
    }

    /** The examples name the address under which the reader found this page. */
    @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
    String api(Model model) {
        model.addAttribute(
                "here", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        model.addAttribute("notifications", settings.notificationsUrl());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), zone));
        model.addAttribute("accounts", settings.accountsUrl());
        return "api";
    }
}
