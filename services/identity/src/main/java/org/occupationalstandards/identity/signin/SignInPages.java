package org.occupationalstandards.identity.signin;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.identity.IdentitySettings;
import org.occupationalstandards.identity.people.People;
import org.occupationalstandards.identity.people.Person;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that people see here: the login form, and who they are signed in as. They work without JavaScript. */
@Controller
@Hidden
class SignInPages {

    /** Where a wrong password leads to. */
    static final String FAILED = "/login?failed";

    private final People people;
    private final IdentitySettings settings;

    SignInPages(People people, IdentitySettings settings) {
        this.people = people;
        this.settings = settings;
    }

    @GetMapping(path = "/login", produces = "text/html")
    String login(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        model.addAttribute("examples", settings.examples());
        return "login";
    }

    @GetMapping(path = "/", produces = "text/html")
    String home(@Nullable Authentication caller, Model model) {
        model.addAttribute("name", caller == null ? null : name(caller));
        model.addAttribute("issuer", settings.issuer());
        return "home";
    }

    private @Nullable String name(Authentication caller) {
        return people.find(UUID.fromString(caller.getName()))
                .map(Person::shownName)
                .orElse(null);
    }
}
