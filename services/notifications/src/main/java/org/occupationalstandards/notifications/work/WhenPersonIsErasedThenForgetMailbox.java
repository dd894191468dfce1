package org.occupationalstandards.notifications.work;

import java.util.List;
import java.util.UUID;
import org.occupationalstandards.notifications.WorkSettings;
import org.occupationalstandards.notifications.subscription.MailboxSubscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whoever is erased in the directory of people leaves no mailbox here: neither of mail about work nor of any other. */
@Component
class WhenPersonIsErasedThenForgetMailbox {

    private static final Logger log = LoggerFactory.getLogger(WhenPersonIsErasedThenForgetMailbox.class);

    /** As many as the directory answers at once. */
    private static final int AT_ONCE = 100;

    private final WorkSettings settings;
    private final Directory directory;
    private final Colleagues colleagues;
    private final MailboxSubscriptions mailboxes;

    WhenPersonIsErasedThenForgetMailbox(
            WorkSettings settings, Directory directory, Colleagues colleagues, MailboxSubscriptions mailboxes) {
        this.settings = settings;
        this.directory = directory;
        this.colleagues = colleagues;
        this.mailboxes = mailboxes;
    }

    @Scheduled(
            initialDelayString = "${notifications.work.forget-every:PT10M}",
            fixedDelayString = "${notifications.work.forget-every:PT10M}")
    void look() {
        if (!settings.isOn() || settings.directory() == null) {
            return;
        }
        try {
            var people = colleagues.ownersOfMailboxes().stream()
                    .flatMap(owner -> Directory.id(owner).stream())
                    .toList();
            for (int from = 0; from < people.size(); from += AT_ONCE) {
                forget(people.subList(from, Math.min(people.size(), from + AT_ONCE)));
            }
        } catch (RuntimeException trouble) {
            log.warn("Who was erased cannot be asked for at present: {}", trouble.toString());
        }
    }

    private void forget(List<UUID> people) {
        for (var person : directory.erased(people)) {
            colleagues.mailboxesOf(person).forEach(mailboxes::end);
        }
    }
}
