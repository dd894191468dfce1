package org.occupationalstandards.faults.injecting;

/** PostgreSQL ends without a checkpoint, and starts again. */
public record DatabaseStopped() implements Fault {

    @Override
    public String name() {
        return "PostgreSQL stopped immediate";
    }

    @Override
    public String inject(Scene scene) {
        long gone = scene.cluster().stopDatabaseImmediately();
        scene.cluster().startDatabase();
        scene.awaitAllReady();
        return "PostgreSQL (process " + gone + ") was gone, and recovered from its log";
    }
}
