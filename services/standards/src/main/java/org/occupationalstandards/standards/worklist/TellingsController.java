package org.occupationalstandards.standards.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is to be told of what, for the service that tells them. */
@RestController
@RequestMapping(path = "/tellings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Worklist")
class TellingsController {

    private static final int LARGEST_PAGE = 500;

    private final Tellings tellings;

    TellingsController(Tellings tellings) {
        this.tellings = tellings;
    }

    /**
     * @param last number of the newest that there is
     * @param goneThrough number through which none is given any more, being too old: whoever has read less has missed some
     */
    record Page(List<Tellings.Numbered> items, long last, long goneThrough) {}

    @GetMapping
    @Operation(
            summary = "What was done to which standard and who is told of it, the oldest first",
            description =
                    "For the project's other services. Names nobody: audiences, roles, routes, groups and opaque ids. Whoever has "
                            + "read through a number asks for what is after it. What is old is not given any more; through which number, "
                            + "goneThrough says.")
    Page after(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ProblemException.invalid(
                    List.of(Fault.ofParameter("limit", "limit must be from 1 to " + LARGEST_PAGE + ".")));
        }
        return new Page(tellings.after(after, limit), tellings.last(), tellings.gone());
    }
}
