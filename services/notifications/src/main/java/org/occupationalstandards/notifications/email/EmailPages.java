package org.occupationalstandards.notifications.email;

import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.notifications.subscription.MailboxSubscriptions;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where links in mail lead. Looking changes nothing, because mail programs and filters look at links too; the button on
 * the page does, and so does the one click of RFC 8058, which is the same request.
 */
@Controller
class EmailPages {

    private final MailboxSubscriptions mailboxes;
    private final EmailLinks links;

    EmailPages(MailboxSubscriptions mailboxes, EmailLinks links) {
        this.mailboxes = mailboxes;
        this.links = links;
    }

    @GetMapping(path = "/email/confirm", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView askToConfirm(@RequestParam UUID subscription, @RequestParam String token) {
        check(EmailLinks.Purpose.CONFIRM, subscription, token);
        return question(
                "Do you want this mail?",
                mailboxes.isAboutWork(subscription)
                        ? "Yes, send me mail about my work"
                        : "Yes, send me mail about changes",
                subscription,
                token);
    }

    @PostMapping(path = "/email/confirm", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView confirm(@RequestParam UUID subscription, @RequestParam String token) {
        check(EmailLinks.Purpose.CONFIRM, subscription, token);
        mailboxes.confirm(subscription);
        return answer(
                "Confirmed",
                mailboxes.isAboutWork(subscription)
                        ? "You will get mail when something waits for you, and when something is done that you are told of."
                        : "You will get mail when occupational standards that you follow change.");
    }

    @GetMapping(path = "/email/unsubscribe", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView askToUnsubscribe(@RequestParam UUID subscription, @RequestParam String token) {
        if (!mailboxes.has(subscription)) return ended();
        check(EmailLinks.Purpose.UNSUBSCRIBE, subscription, token);
        return question("Do you want no more of this mail?", "End this subscription", subscription, token);
    }

    /** Whatever the sender accepts: mail providers press the button with all kinds of clients. */
    @PostMapping("/email/unsubscribe")
    ModelAndView unsubscribe(@RequestParam UUID subscription, @RequestParam String token) {
        if (!mailboxes.has(subscription)) return ended();
        check(EmailLinks.Purpose.UNSUBSCRIBE, subscription, token);
        mailboxes.end(subscription);
        return ended();
    }

    private void check(EmailLinks.Purpose purpose, UUID subscription, String token) {
        var secret = mailboxes.secret(subscription);
        if (secret.isEmpty() || !links.matches(purpose, subscription, secret.get(), token)) {
            throw ProblemException.notFound("This link leads nowhere (any more). It may have been cut short.");
        }
    }

    private static ModelAndView question(String question, String button, UUID subscription, String token) {
        return new ModelAndView(
                "email/question",
                Map.of("question", question, "button", button, "subscription", subscription, "token", token));
    }

    private static ModelAndView ended() {
        return answer("The subscription has ended", "You will get no more mail from it, and the address is deleted.");
    }

    private static ModelAndView answer(String title, String sentence) {
        return new ModelAndView("email/answer", Map.of("title", title, "sentence", sentence));
    }
}
