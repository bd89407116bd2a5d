package dev.cognate.store;

/** Waits that end with their event only: a caller must learn whether its write is done, even when it is interrupted. */
final class Interrupts {

    private Interrupts() {}

    /** Waits to the end; returns whether the thread was interrupted meanwhile. */
    static boolean sitOut(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.await();
                return interrupted;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
    }

    /** Tells the thread of the interruption that was sat out. */
    static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that blocks. */
    @FunctionalInterface
    interface Wait {
        void await() throws InterruptedException;
    }
}
