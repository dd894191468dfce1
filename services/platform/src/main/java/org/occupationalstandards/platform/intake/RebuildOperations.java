package org.occupationalstandards.platform.intake;

import java.net.URI;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: builds the model anew while the one in use goes on being read. The service admits officials only. */
@RestController
@RequestMapping("/operations/rebuild")
class RebuildOperations {

    private final Rebuild rebuild;

    RebuildOperations(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /**
     * Begins, or goes on where an earlier one was interrupted: {@code continuedAt} says which.
     *
     * @param afresh to begin from zero in any case
     */
    @PostMapping
    ResponseEntity<RebuildState> begin(@RequestParam(defaultValue = "false") boolean afresh) {
        try {
            return ResponseEntity.accepted()
                    .location(URI.create("/operations/rebuild"))
                    .body(rebuild.begin(afresh));
        } catch (Rebuild.UnderWay e) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "rebuild-under-way",
                    "A rebuild is under way",
                    "The model is being rebuilt already; GET /operations/rebuild tells how far it is.");
        }
    }

    @GetMapping
    RebuildState state() {
        return rebuild.state();
    }
}
