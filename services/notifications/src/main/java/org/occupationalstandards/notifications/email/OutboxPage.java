package org.occupationalstandards.notifications.email;

import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows the mail that would have been sent, where there is no server to send it: in the example set-up only. */
@Controller
@ConditionalOnProperty("notifications.email.outbox-page")
class OutboxPage {

    private final Outbox outbox;

    OutboxPage(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping(path = "/outbox", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list() {
        return new ModelAndView("outbox/list", Map.of("mails", stored().newest()));
    }

    @GetMapping(path = "/outbox/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView one(@PathVariable UUID id) {
        var mail = stored().one(id).orElseThrow(() -> ProblemException.notFound("There is no such mail."));
        return new ModelAndView("outbox/one", Map.of("mail", mail));
    }

    private StoredOutbox stored() {
        if (outbox instanceof StoredOutbox stored) return stored;
        throw ProblemException.notFound("Mail is handed to a server and not kept here.");
    }
}
