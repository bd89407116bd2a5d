package dev.cognate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that do something at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** The results of the members, in their order, once all are done; the first failure otherwise. */
    public static <T> List<T> of(int members, Member<T> member) throws Exception {
        CyclicBarrier start = new CyclicBarrier(members);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return member.act(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** What one of them does. */
    public interface Member<T> {

        /** Does it, as the member of that number, counted from zero. */
        T act(int number) throws Exception;
    }
}
