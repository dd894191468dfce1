package org.occupationalstandards.faults.checking;

import java.util.List;
import org.occupationalstandards.faults.history.Observation;

/** Decides from what a run left behind whether one promise was kept. */
public interface Checker {

    /** All promises. */
    List<Checker> ALL = List.of(
            new AcknowledgedIsStoredOnce(),
            new EveryPlaceHasTheSameEvents(),
            new OrderPerStandard(),
            new CatalogueIsTheFold(),
            new DeadLettersTellWhy(),
            new EveryCommandCompletes(),
            new WorkWentOn());

    Verdict check(Observation observation);
}
