package org.occupationalstandards.platform.intake;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whether a failure is the fault of the message that was being taken in, or of the surroundings. Setting a message aside
 * because the disk was full would park every standard.
 */
final class Blame {

    /** Several rows of a batch came to be one: alone, each of them may do. */
    private static final String CARDINALITY = "21";

    /** Data exception (too long, out of range, not a valid character) and violated constraint. */
    private static final String DATA = "22";

    private static final String CONSTRAINT = "23";

    /** More than the database can hold in one value; only the depth of its stack is a setting of the surroundings. */
    private static final String LIMIT = "54";

    private static final String STACK_DEPTH = "54001";

    static boolean isOnTheMessage(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) return isOnTheData(sql.getSQLState());
        }
        return failure instanceof RuntimeException
                && !(failure instanceof DataAccessException)
                && !(failure instanceof TransactionException);
    }

    private static boolean isOnTheData(@Nullable String state) {
        return state != null
                && (state.startsWith(CARDINALITY)
                        || state.startsWith(DATA)
                        || state.startsWith(CONSTRAINT)
                        || state.startsWith(LIMIT) && !state.equals(STACK_DEPTH));
    }

    private Blame() {}
}
