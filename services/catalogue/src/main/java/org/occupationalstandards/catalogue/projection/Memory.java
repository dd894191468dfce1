package org.occupationalstandards.catalogue.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.occupationalstandards.catalogue.projection.Fold.Standing;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where occupations stand, for one who writes alone: as of the last transaction that committed. */
interface Memory {

    /** What is known of these; the caller's own to add to. */
    Map<String, Standing> recall(Collection<String> references);

    /** To be known once the transaction has committed. */
    void write(Map<String, Standing> standings);

    /** Whether anything is remembered at all. */
    boolean isKept();

    /** For a model that others write as well. */
    static Memory none() {
        return new Memory() {
            @Override
            public Map<String, Standing> recall(Collection<String> references) {
                return new HashMap<>();
            }

            @Override
            public void write(Map<String, Standing> standings) {}

            @Override
            public boolean isKept() {
                return false;
            }
        };
    }

    static Memory ofWritten() {
        return new OfWritten();
    }

    /** The latest written ones. */
    final class OfWritten implements Memory {

        /** More standards than there are; with large contents, some tens of MiB. */
        private static final int MOST = 3000;

        private final Map<String, Standing> known = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Standing> eldest) {
                return size() > MOST;
            }
        };

        @Override
        public synchronized Map<String, Standing> recall(Collection<String> references) {
            Map<String, Standing> recalled = new HashMap<>();
            for (String each : references) {
                Standing standing = known.get(each);
                if (standing != null) recalled.put(each, standing);
            }
            return recalled;
        }

        @Override
        public void write(Map<String, Standing> standings) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    remember(standings);
                }
            });
        }

        /** One that was only looked at, without its content, is not worth remembering. */
        private synchronized void remember(Map<String, Standing> standings) {
            standings.forEach((reference, standing) -> {
                if (standing.occupation() != null) known.put(reference, standing);
            });
        }

        @Override
        public boolean isKept() {
            return true;
        }
    }
}
