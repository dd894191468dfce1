package org.occupationalstandards.notifications.email;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.delivery.Cadences;
import org.occupationalstandards.notifications.delivery.Consignment;
import org.occupationalstandards.notifications.delivery.Consignment.Item;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.notifications.feed.Wording;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes mail: one model, once as text and once as HTML. */
@Component
class Letters {

    private final Feed feed;
    private final EmailLinks links;
    private final PublicAddresses addresses;
    private final SpringTemplateEngine templates;
    private final DateTimeFormatter day;

    Letters(
            Feed feed,
            EmailLinks links,
            PublicAddresses addresses,
            SpringTemplateEngine templates,
            Cadences.Settings digest) {
        this.feed = feed;
        this.links = links;
        this.addresses = addresses;
        this.templates = templates;
        ZoneId zone = digest.zone();
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(zone);
    }

    /** One change as mail shows it. */
    record Line(String title, String reference, String what, String when, String link) {}

    Mail write(Consignment consignment) {
        var about = consignment.items().getFirst();
        return switch (about.type()) {
            case Planner.CONFIRMATION -> confirmation(consignment);
            case Planner.DISABLED -> disabled(consignment, about);
            default -> changes(consignment);
        };
    }

    private Mail confirmation(Consignment consignment) {
        var confirm = links.link(EmailLinks.Purpose.CONFIRM, consignment.subscription(), secret(consignment));
        return mail(
                consignment, "Confirm your e-mail subscription", "mail/confirmation", Map.of("confirm", confirm), null);
    }

    private Mail disabled(Consignment consignment, Item about) {
        return mail(
                consignment,
                "A subscription of yours was disabled",
                "mail/disabled",
                Map.of(
                        "subscription",
                        about.about(),
                        "address",
                        addresses.publicUrl() + "/subscriptions/" + about.about()),
                null);
    }

    private Mail changes(Consignment consignment) {
        var lines = lines(consignment);
        var unsubscribe = links.link(EmailLinks.Purpose.UNSUBSCRIBE, consignment.subscription(), secret(consignment));
        var subject = lines.size() == 1
                ? lines.getFirst().title() + " (" + lines.getFirst().reference() + "): "
                        + lines.getFirst().what()
                : lines.size() + " changes to occupational standards";
        return mail(
                consignment, subject, "mail/changes", Map.of("lines", lines, "unsubscribe", unsubscribe), unsubscribe);
    }

    private List<Line> lines(Consignment consignment) {
        var positions = consignment.items().stream()
                .map(item -> Objects.requireNonNull(item.position()))
                .toList();
        return feed.at(positions).stream().map(this::line).toList();
    }

    private Line line(FeedEntry entry) {
        return new Line(
                entry.title(),
                entry.subject(),
                Wording.of(entry.type()),
                day.format(entry.recordedAt()),
                addresses.occupation(entry.subject()));
    }

    private Mail mail(
            Consignment consignment,
            String subject,
            String template,
            Map<String, Object> model,
            @Nullable String unsubscribe) {
        var context = new Context(Locale.UK, model);
        context.setVariable("subject", subject);
        return new Mail(
                consignment.target(),
                subject,
                templates.process(template + ".txt", context),
                templates.process(template, context),
                unsubscribe);
    }

    private static byte[] secret(Consignment consignment) {
        return Objects.requireNonNull(consignment.secret());
    }
}
