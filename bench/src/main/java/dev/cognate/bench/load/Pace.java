package dev.cognate.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Deals out the numbers of the requests, each when it is due. Shared by all workers of a load. */
final class Pace {
    /** What {@link #next} returns when no more requests are to be sent. */
    static final long OVER = -1;

    private final Plan plan;
    private final AtomicLong dealt = new AtomicLong();
    private volatile long begin;
    private volatile long end;

    Pace(Plan plan) {
        this.plan = plan;
    }

    /** The time counts from here. */
    void begin() {
        begin = System.nanoTime();
        end = begin + plan.longest().toNanos();
    }

    long sinceBegin() {
        return System.nanoTime() - begin;
    }

    /** The next request's number, from 0 on, or {@link #OVER}. */
    long next() {
        long number = dealt.getAndIncrement();
        boolean over = number >= plan.requests() || due(number) - end >= 0;
        return over ? OVER : number;
    }

    /** Waits until the request is due, and returns that moment: its latency counts from there, however late it is sent. */
    long await(long number) {
        long due = due(number);
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return due;
    }

    private long due(long number) {
        return plan.perSecond() == 0 ? System.nanoTime() : begin + number * 1_000_000_000L / plan.perSecond();
    }

    /** The number by which the script knows the request. */
    long scripted(long number) {
        return plan.first() + number;
    }
}
