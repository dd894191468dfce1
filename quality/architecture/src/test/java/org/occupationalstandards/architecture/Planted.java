package org.occupationalstandards.architecture;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** Offenders that need no package of their own. Nobody uses them but the test that every rule can fail. */
final class Planted {

    private Planted() {}

    @SuppressWarnings("NullAway.Init")
    static class FieldInjection {
        @Autowired
        String injected;
    }

    @RestController
    public static class PublicController {}

    static class Prints {
        void print() {
            System.out.println("to nobody");
        }
    }

    record OldDate(java.util.Date since) {}

    static class ApproveCommand {}

    @SuppressWarnings("NonFinalStaticField")
    static class Counts {
        static int counted;
    }
}
