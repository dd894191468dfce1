package org.occupationalstandards.platform.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For operators: what waits, and one order each to try it again or to go on without it. The service admits officials only. */
@RestController
@RequestMapping("/operations/parked")
class ParkedMessages {

    private static final int MOST = 1000;

    private final List<Intake> intakes;

    ParkedMessages(IntakeLifecycle intakes) {
        this.intakes = intakes.intakes();
    }

    /** The standards whose messages wait; {@code total} counts those listed. */
    record Listing(List<Parked> items, int total) {}

    @GetMapping
    Listing list() {
        List<Parked> items =
                intakes.stream().flatMap(each -> each.parked(MOST).stream()).toList();
        return new Listing(items, items.size());
    }

    @PostMapping("/{reference}/release")
    Released release(@PathVariable String reference) {
        return order(reference, intake -> intake.release(reference));
    }

    @PostMapping("/{reference}/drop")
    Released drop(@PathVariable String reference) {
        return order(reference, intake -> intake.drop(reference));
    }

    private Released order(String reference, Function<Intake, Optional<Released>> order) {
        return intakes.stream()
                .map(order)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "No message of " + reference + " waits"));
    }
}
