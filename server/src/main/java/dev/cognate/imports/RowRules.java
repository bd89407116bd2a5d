package dev.cognate.imports;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Aliases;
import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.NewUser;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.wire.Fault;
import dev.cognate.wire.model.PasswordHashingAlgorithmType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes users of the rows of a CSV file, or says what is wrong with them. Reference: lifecycle H, "CSV" and "Result". */
final class RowRules {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");
    private static final Pattern FLAG = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter BIRTHDATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final List<NameKind> ADDRESSES = List.of(NameKind.EMAIL, NameKind.PHONE_NUMBER);

    private final Pool pool;
    private final CsvColumns columns;
    private final List<String> attributes;
    private final @Nullable PasswordHashingAlgorithmType algorithm;
    private final Randomness randomness;

    /** The rules of one file. */
    RowRules(Pool pool, CsvColumns columns, @Nullable PasswordHashingAlgorithmType algorithm, Randomness randomness) {
        this.pool = pool;
        this.columns = columns;
        List<String> all = CsvColumns.of(pool);
        this.attributes = all.subList(0, all.size() - 2); // The last two are no attributes.
        this.algorithm = algorithm;
        this.randomness = randomness;
    }

    /** What a row comes to. */
    sealed interface Ruling {
        /** A user; with the hash of the password, null for none; and whether codes by SMS are switched on. */
        record Good(NewUser newcomer, @Nullable String hash, boolean mfa) implements Ruling {
            @Override
            public String toString() {
                return "Good[" + newcomer + "]";
            }
        }

        /** No user, for a reason that names no values. */
        record Bad(String reason) implements Ruling {}
    }

    /** A row that breaks a rule; never leaves this class. */
    private static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRow(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Looks at a row. */
    Ruling of(CsvReader.Line line, Instant now) {
        try {
            String text = line.text();
            if (text == null) {
                throw new BadRow(line.problem());
            }
            return good(cells(text), now);
        } catch (BadRow bad) {
            return new Ruling.Bad(String.valueOf(bad.getMessage()));
        } catch (Fault fault) {
            return new Ruling.Bad(Texts.ROW_INVALID
                    + String.valueOf(fault.getMessage()).strip().replace("\n", "; "));
        }
    }

    /** The values that are not empty, by column. */
    private Map<String, String> cells(String text) {
        List<String> values = CsvReader.values(text);
        if (values.size() != columns.order().size()) {
            throw new BadRow(Texts.ROW_COLUMNS);
        }
        Map<String, String> cells = HashMap.newHashMap(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                cells.put(columns.order().get(i), values.get(i));
            }
        }
        return cells;
    }

    private Ruling good(Map<String, String> cells, Instant now) {
        String given = username(cells);
        boolean mfa = isMfa(cells.get(CsvColumns.MFA_ENABLED));
        NameKind signInName = Aliases.signInName(pool, given);
        Aliases.checkSignUp(pool, given, Map.of());
        Map<String, String> values = attributes(cells);
        if (signInName != null
                && !values.getOrDefault(signInName.attribute(), given).equals(given)) {
            throw new BadRow(Texts.differs(signInName.attribute()));
        }
        if (signInName != null) {
            values.put(signInName.attribute(), given);
        }
        AttributeRules.checkSchema(pool, values);
        checkVerified(values);
        String hash = hash(cells.get(CsvColumns.PASSWORD_HASH));
        Sub sub = Users.newId(pool, randomness);
        String username = signInName == null ? given : sub.value();
        UserStatus status = hash == null ? UserStatus.RESET_REQUIRED : UserStatus.CONFIRMED;
        User user = new User(pool.id(), sub, username, status, true, values, null, now, now);
        return new Ruling.Good(new NewUser(user, names(user)), hash, mfa);
    }

    private static String username(Map<String, String> cells) {
        String username = cells.get(CsvColumns.USERNAME);
        if (username == null) {
            throw new BadRow(Texts.ROW_NO_USERNAME);
        }
        if (!USERNAME.matcher(username).matches()) {
            throw new BadRow(Texts.ROW_BAD_USERNAME);
        }
        return username;
    }

    /** "Pool MFA ON → true, OFF → false, OPTIONAL → either, never empty." */
    private boolean isMfa(@Nullable String flag) {
        if (flag == null || !FLAG.matcher(flag).matches()) {
            throw new BadRow(Texts.ROW_MFA);
        }
        boolean enabled = flag.equalsIgnoreCase("true");
        UserPoolMfaType mfa = pool.config().mfaConfiguration();
        if (mfa == UserPoolMfaType.ON && !enabled) {
            throw new BadRow(Texts.ROW_MFA_ON);
        }
        if ((mfa == null || mfa == UserPoolMfaType.OFF) && enabled) {
            throw new BadRow(Texts.ROW_MFA_OFF);
        }
        return enabled;
    }

    private Map<String, String> attributes(Map<String, String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : attributes) {
            String value = cells.get(name);
            if (value != null) {
                values.put(name, stored(name, value));
            }
        }
        return values;
    }

    private static String stored(String name, String value) {
        return switch (name) {
            case "birthdate" -> birthdate(value);
            case "email_verified", "phone_number_verified" -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    /** The date as users have it, {@code YYYY-MM-DD}. */
    private static String birthdate(String value) {
        try {
            return LocalDate.parse(value, BIRTHDATE).toString();
        } catch (DateTimeException _) {
            throw new BadRow(Texts.ROW_BIRTHDATE);
        }
    }

    /** At least one attribute that the pool verifies is verified, and none is verified that is not there. */
    private void checkVerified(Map<String, String> values) {
        for (NameKind address : ADDRESSES) {
            if (isVerified(values, address.attribute()) && !values.containsKey(address.attribute())) {
                throw new BadRow(Texts.unverifiable(address.attribute()));
            }
        }
        if (pool.autoVerified().stream()
                .map(VerifiedAttributeType::wire)
                .noneMatch(attribute -> isVerified(values, attribute))) {
            throw new BadRow(Texts.ROW_NOT_VERIFIED);
        }
    }

    private static boolean isVerified(Map<String, String> values, String attribute) {
        return "true".equals(values.get(attribute + "_verified"));
    }

    private @Nullable String hash(@Nullable String hash) {
        if (hash != null && algorithm != null && ForeignHash.parse(algorithm, hash) == null) {
            throw new BadRow(Texts.ROW_HASH);
        }
        return hash;
    }

    /** What finds the user: sign-in names at once, aliases that are verified, a preferred username (lifecycle A7, B3). */
    private Map<NameKind, String> names(User user) {
        Map<NameKind, String> names = new EnumMap<>(NameKind.class);
        names.put(NameKind.USERNAME, user.username());
        names.putAll(user.names(pool));
        return names;
    }
}
