package dev.cognate.imports;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.wire.model.PasswordHashingAlgorithmType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A password hash that another system made, in the text forms of modular crypt and PHC strings. Its costs have limits, so
 * that no sign-in takes longer than some seconds or more memory than 256 MiB. Prints {@code ***}.
 *
 * <p>Forms: {@code $2a$}, {@code $2b$} and {@code $2y$} (bcrypt), {@code $scrypt$ln=,r=,p=$salt$hash},
 * {@code $argon2id$v=19$m=,t=,p=$salt$hash}, {@code $pbkdf2-sha256$i=$salt$hash} (the rounds also without {@code i=}, as
 * passlib has them) and {@code pbkdf2_sha256$rounds$salt$hash} (as Django has them: its salt is text). Salts and hashes are
 * Base64 without padding; {@code .} may stand for {@code +}.
 */
sealed interface ForeignHash {
    /** The largest memory that a check may take. */
    long MOST_MEMORY = 256L * 1024 * 1024;

    /** Whether this is the password. */
    boolean matches(String password);

    /** The hash that a text stands for, null when it is none that can be checked. */
    static @Nullable ForeignHash parse(String text) {
        for (PasswordHashingAlgorithmType algorithm : PasswordHashingAlgorithmType.values()) {
            ForeignHash hash = parse(algorithm, text);
            if (hash != null) {
                return hash;
            }
        }
        return null;
    }

    /** The hash of one algorithm that a text stands for, null when it is none that can be checked. */
    static @Nullable ForeignHash parse(PasswordHashingAlgorithmType algorithm, String text) {
        try {
            return switch (algorithm) {
                case BCRYPT -> Bcrypt.of(text);
                case SCRYPT -> Scrypt.of(text);
                case ARGON2_ID -> Argon2id.of(text);
                case PBKDF2_SHA256 -> Pbkdf2.of(text);
            };
        } catch (IllegalArgumentException _) { // A number that is none, Base64 that is none.
            return null;
        }
    }

    /** bcrypt with a cost of 4 to 16. */
    record Bcrypt(String text) implements ForeignHash {
        private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

        static @Nullable Bcrypt of(String text) {
            return FORM.matcher(text).matches() ? new Bcrypt(text) : null;
        }

        @Override
        public boolean matches(String password) {
            return OpenBSDBCrypt.checkPassword(text, password.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** scrypt. */
    record Scrypt(int logN, int r, int p, byte[] salt, byte[] hash) implements ForeignHash {
        private static final Pattern FORM = Pattern.compile(
                "\\$scrypt\\$ln=([0-9]{1,2}),r=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/.]*)\\$([A-Za-z0-9+/.]{16,172})");
        private static final int MOST_LOG_N = 20;
        private static final int MOST_P = 16;

        static @Nullable Scrypt of(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return null;
            }
            int logN = Integer.parseInt(form.group(1));
            int r = Integer.parseInt(form.group(2));
            int p = Integer.parseInt(form.group(3));
            boolean usable = logN >= 1
                    && logN <= MOST_LOG_N
                    && r >= 1
                    && p >= 1
                    && p <= MOST_P
                    && 128L * r * (1L << logN) <= MOST_MEMORY
                    && (logN < 16 * r); // The algorithm's own rule: N is below 2 to the power of 128 r / 8.
            return usable ? new Scrypt(logN, r, p, base64(form.group(4)), base64(form.group(5))) : null;
        }

        @Override
        public boolean matches(String password) {
            byte[] presented =
                    SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, 1 << logN, r, p, hash.length);
            return ConstantTime.equals(presented, hash);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Argon2id, version 1.3. */
    record Argon2id(int memory, int passes, int lanes, byte[] salt, byte[] hash) implements ForeignHash {
        private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),"
                + "p=([0-9]{1,2})\\$([A-Za-z0-9+/.]{11,172})\\$([A-Za-z0-9+/.]{16,172})");
        private static final int MOST_PASSES = 32;
        private static final int MOST_LANES = 16;

        static @Nullable Argon2id of(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return null;
            }
            int memory = Integer.parseInt(form.group(1));
            int passes = Integer.parseInt(form.group(2));
            int lanes = Integer.parseInt(form.group(3));
            boolean usable = lanes >= 1
                    && lanes <= MOST_LANES
                    && passes >= 1
                    && passes <= MOST_PASSES
                    && memory >= 8 * lanes
                    && memory * 1024L <= MOST_MEMORY;
            return usable ? new Argon2id(memory, passes, lanes, base64(form.group(4)), base64(form.group(5))) : null;
        }

        @Override
        public boolean matches(String password) {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] presented = new byte[hash.length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), presented);
            return ConstantTime.equals(presented, hash);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** PBKDF2 with HMAC-SHA-256. */
    record Pbkdf2(int rounds, byte[] salt, byte[] hash) implements ForeignHash {
        private static final Pattern FORM = Pattern.compile(
                "\\$pbkdf2-sha256\\$(?:i=)?([0-9]{1,7})(?:,l=[0-9]{1,3})?\\$([A-Za-z0-9+/.]{1,172})\\$([A-Za-z0-9+/.]{16,172})");
        private static final Pattern DJANGO =
                Pattern.compile("pbkdf2_sha256\\$([0-9]{1,7})\\$([A-Za-z0-9]{1,172})\\$([A-Za-z0-9+/]{16,172}={0,2})");
        private static final int MOST_ROUNDS = 5_000_000;

        static @Nullable Pbkdf2 of(String text) {
            Matcher form = FORM.matcher(text);
            if (form.matches()) {
                return of(form.group(1), base64(form.group(2)), base64(form.group(3)));
            }
            Matcher django = DJANGO.matcher(text);
            return django.matches()
                    ? of(
                            django.group(1),
                            django.group(2).getBytes(StandardCharsets.UTF_8),
                            Base64.getDecoder().decode(django.group(3)))
                    : null;
        }

        private static @Nullable Pbkdf2 of(String rounds, byte[] salt, byte[] hash) {
            int number = Integer.parseInt(rounds);
            return number >= 1 && number <= MOST_ROUNDS ? new Pbkdf2(number, salt, hash) : null;
        }

        @Override
        public boolean matches(String password) {
            try {
                PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, hash.length * Byte.SIZE);
                byte[] presented = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
                return ConstantTime.equals(presented, hash);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java runtime lacks a mandatory algorithm", e);
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }
}
