package dev.cognate.bench.subject;

import java.util.HexFormat;
import java.util.Random;

/** What the users of a seeded pool are called. All names are of the same length. */
public final class Names {
    private Names() {}

    /**
     * The name of the user with a number. Neighbouring numbers have names that are far apart, as those of real users, who
     * do not sign up in the order of the alphabet.
     */
    public static String username(long number) {
        return "user-" + HexFormat.of().toHexDigits(mixed(number));
    }

    /** The e-mail address of the user with a number. */
    public static String email(long number) {
        return username(number) + "@example.com";
    }

    /** One to one on 64 bits: the last step of SplitMix64. */
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * Numbers of users in random order; everybody comes once before anybody comes again, so that the hourly limit of five
     * is reached only after five times as many requests as there are users.
     */
    public static final class Draw {
        private final int[] order;

        /** An order of the users from 0 to {@code users}; the same for the same seed. */
        public Draw(int users, long seed) {
            this.order = new int[users];
            Random random = new Random(seed);
            for (int i = 0; i < users; i++) {
                int other = random.nextInt(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
        }

        /** The number of the user that comes at this place; places go round. */
        public int number(long place) {
            return order[(int) (place % order.length)];
        }

        /** The name of the user that comes at this place. */
        public String username(long place) {
            return Names.username(number(place));
        }

        /** The address of the user that comes at this place. */
        public String email(long place) {
            return Names.email(number(place));
        }
    }
}
