package org.occupationalstandards.standards.api;

import jakarta.servlet.http.HttpServletRequest;
import org.occupationalstandards.platform.problem.ProblemResponses;
import org.occupationalstandards.standards.employers.EmployerKnown;
import org.occupationalstandards.standards.eventsourcing.KeyUsedOtherwise;
import org.occupationalstandards.standards.eventsourcing.StaleSequence;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.register.Registers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the store refuses. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private final Meanwhile meanwhile;
    private final Registers register;

    RefusalAdvice(Meanwhile meanwhile, Registers register) {
        this.meanwhile = meanwhile;
        this.register = register;
    }

    @ExceptionHandler
    ResponseEntity<Object> known(EmployerKnown known, HttpServletRequest request) {
        return ProblemResponses.of(Refusals.of(register.entries(known.candidates())), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(CommandRefused refused, HttpServletRequest request) {
        return ProblemResponses.of(Refusals.of(refused), request);
    }

    /** What others did is told to those who may read it. */
    @ExceptionHandler
    ResponseEntity<Object> stale(StaleSequence stale, HttpServletRequest request) {
        boolean reads = ApiSecurity.READERS.stream().map(Role::name).anyMatch(request::isUserInRole);
        return ProblemResponses.of(Refusals.of(stale, reads ? meanwhile.since(stale) : null), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> keyUsed(KeyUsedOtherwise used, HttpServletRequest request) {
        return ProblemResponses.of(Refusals.of(used), request);
    }
}
