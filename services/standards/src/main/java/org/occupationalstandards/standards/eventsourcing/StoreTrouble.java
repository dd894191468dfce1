package org.occupationalstandards.standards.eventsourcing;

import java.sql.SQLException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells trouble of the database, which passes, from faults of what was to be stored. */
public final class StoreTrouble {

    /** Class of the SQLStates that tell of a value that the database cannot keep, however often it is tried. */
    private static final String WRONG_VALUE = "22";

    /**
     * Whether the failure comes from the database and not from what it was asked to store: it was away, or somebody else
     * was quicker. Axon wraps such failures in exceptions of its own, so the causes say.
     */
    public static boolean passes(Throwable failure) {
        boolean ofTheDatabase = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(WRONG_VALUE)) {
                return false;
            }
            ofTheDatabase |= cause instanceof SQLException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof ConcurrencyException;
        }
        return ofTheDatabase;
    }

    private StoreTrouble() {}
}
