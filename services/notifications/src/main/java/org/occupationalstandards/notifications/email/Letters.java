package org.occupationalstandards.notifications.email;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.delivery.Cadences;
import org.occupationalstandards.notifications.delivery.Consignment;
import org.occupationalstandards.notifications.delivery.Consignment.Item;
import org.occupationalstandards.notifications.delivery.DeliverySettings;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.notifications.feed.Told;
import org.occupationalstandards.notifications.feed.Wording;
import org.occupationalstandards.notifications.subscription.MailboxSubscriptions;
import org.occupationalstandards.notifications.work.WorkNews;
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
    private final String tried;
    private final WorkNews news;
    private final MailboxSubscriptions mailboxes;
    private final WorkLines work;

    Letters(
            Feed feed,
            EmailLinks links,
            PublicAddresses addresses,
            SpringTemplateEngine templates,
            Cadences.Settings digest,
            DeliverySettings deliveries,
            WorkNews news,
            MailboxSubscriptions mailboxes) {
        this.feed = feed;
        this.links = links;
        this.addresses = addresses;
        this.templates = templates;
        this.tried = roughly(deliveries.wholeLadder());
        this.news = news;
        this.mailboxes = mailboxes;
        ZoneId zone = digest.zone();
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(zone);
        this.work = new WorkLines(addresses, day);
    }

    /** One change as mail shows it. */
    record Line(String heading, String details, String what, String when, String link) {}

    /** What changed in one standard. */
    record Group(String title, String reference, String link, List<Line> lines) {}

    Mail write(Consignment consignment) {
        var about = consignment.items().getFirst();
        return switch (about.type()) {
            case Planner.CONFIRMATION -> confirmation(consignment, about);
            case Planner.DISABLED ->
                notice(consignment, about, "A subscription of yours was disabled", "mail/disabled");
            case Planner.GIVEN_UP ->
                notice(consignment, about, "A subscription of yours has refused a change", "mail/given-up");
            case Planner.CONTACT_DISABLED ->
                notice(
                        consignment,
                        about,
                        "The contact of a subscription of yours was disabled",
                        "mail/contact-disabled");
            case Planner.WORK -> work(consignment);
            default -> changes(consignment);
        };
    }

    private Mail confirmation(Consignment consignment, Item about) {
        var confirm = links.link(EmailLinks.Purpose.CONFIRM, consignment.subscription(), secret(consignment));
        return mail(
                consignment,
                "Confirm your e-mail subscription",
                "mail/confirmation",
                Map.of(
                        "confirm",
                        confirm,
                        "webhook",
                        about.about(),
                        "work",
                        mailboxes.isAboutWork(consignment.subscription())),
                null);
    }

    /** The address is of no use in a browser, which has no token; so the letter says what to send there. */
    private Mail notice(Consignment consignment, Item about, String subject, String template) {
        var address = addresses.publicUrl() + "/subscriptions/" + about.about();
        var curl = "curl -H \"Authorization: Bearer $TOKEN\" ";
        return mail(
                consignment,
                subject,
                template,
                Map.of(
                        "subscription",
                        about.about(),
                        "one",
                        curl + address,
                        "look",
                        curl + address + "/deliveries",
                        "refused",
                        curl + "'" + address + "/deliveries?state=failed'",
                        "resume",
                        curl + "-H \"Content-Type: application/json\" -X PATCH -d '{\"status\":\"active\"}' " + address,
                        "guide",
                        addresses.publicUrl(),
                        "tried",
                        tried),
                null);
    }

    /** In the greatest unit of which there is more than one. */
    private static String roughly(Duration time) {
        if (time.toDays() > 1) return time.toDays() + " days";
        if (time.toHours() > 1) return time.toHours() + " hours";
        return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }

    private Mail changes(Consignment consignment) {
        var groups = groups(consignment);
        var lines = groups.stream().flatMap(group -> group.lines().stream()).toList();
        var unsubscribe = links.link(EmailLinks.Purpose.UNSUBSCRIBE, consignment.subscription(), secret(consignment));
        var subject = lines.size() == 1
                ? lines.getFirst().heading()
                : lines.size() + " changes to "
                        + (groups.size() == 1
                                ? groups.getFirst().title() + " ("
                                        + groups.getFirst().reference() + ")"
                                : groups.size() + " occupational standards");
        return mail(
                consignment,
                subject,
                "mail/changes",
                Map.of("groups", groups, "unsubscribe", unsubscribe),
                unsubscribe);
    }

    private Mail work(Consignment consignment) {
        var deliveries = consignment.items().stream().map(Item::delivery).toList();
        var standards = work.of(news.of(deliveries));
        var unsubscribe = links.link(EmailLinks.Purpose.UNSUBSCRIBE, consignment.subscription(), secret(consignment));
        return mail(
                consignment,
                work.subject(standards),
                "mail/work",
                Map.of("standards", standards, "unsubscribe", unsubscribe),
                unsubscribe);
    }

    /** By standard, in the order of the first change of each. */
    private List<Group> groups(Consignment consignment) {
        var positions = consignment.items().stream()
                .map(item -> Objects.requireNonNull(item.position()))
                .toList();
        var groups = new LinkedHashMap<String, Group>();
        feed.forEach(positions, entry -> {
            var before = groups.get(entry.subject());
            var lines = new ArrayList<Line>(before == null ? List.of() : before.lines());
            lines.add(line(entry));
            groups.put(
                    entry.subject(),
                    new Group(entry.title(), entry.subject(), addresses.occupation(entry.subject()), lines));
        });
        return List.copyOf(groups.values());
    }

    private Line line(FeedEntry entry) {
        var told = Told.of(entry);
        return new Line(
                Wording.heading(entry, told),
                Wording.details(told),
                Wording.of(entry.type()),
                day.format(entry.recordedAt()),
                told.page(addresses.occupation(entry.subject())));
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
                id(consignment),
                consignment.target(),
                subject,
                templates.process(template + ".txt", context),
                templates.process(template, context),
                unsubscribe);
    }

    /** The same whenever the same is sent again, so that a mail program can tell a duplicate. */
    private static String id(Consignment consignment) {
        var deliveries = consignment.items().stream()
                .map(item -> item.delivery().toString())
                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(deliveries.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] secret(Consignment consignment) {
        return Objects.requireNonNull(consignment.secret());
    }
}
