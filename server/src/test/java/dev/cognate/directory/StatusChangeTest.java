package dev.cognate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.domain.UserStatus;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The status machine, every status by every cause. Reference: lifecycle B2. */
class StatusChangeTest {
    private static final Map<String, StatusChange> CAUSES = Map.ofEntries(
            Map.entry("signed up", new StatusChange.SignedUp(false)),
            Map.entry("signed up, auto-confirmed", new StatusChange.SignedUp(true)),
            Map.entry("created", new StatusChange.CreatedByAdministrator(true)),
            Map.entry("created without password", new StatusChange.CreatedByAdministrator(false)),
            Map.entry("imported", new StatusChange.Imported()),
            Map.entry("federated", new StatusChange.Federated()),
            Map.entry("migrated", new StatusChange.Migrated(false)),
            Map.entry("migrated, confirmed", new StatusChange.Migrated(true)),
            Map.entry("invited again", new StatusChange.InvitedAgain("jane")),
            Map.entry("sign-up confirmed", new StatusChange.SignUpConfirmed()),
            Map.entry("sign-up code resent", new StatusChange.SignUpCodeResent()),
            Map.entry("password forgotten", new StatusChange.PasswordForgotten()),
            Map.entry("forgotten password replaced", new StatusChange.ForgottenPasswordReplaced()),
            Map.entry("reset by administrator", new StatusChange.ResetByAdministrator()),
            Map.entry("compromised password used", new StatusChange.CompromisedPasswordUsed()),
            Map.entry("set by administrator", new StatusChange.PasswordSetByAdministrator(true)),
            Map.entry("set by administrator, temporary", new StatusChange.PasswordSetByAdministrator(false)),
            Map.entry("temporary password replaced", new StatusChange.TemporaryPasswordReplaced()),
            Map.entry("password changed", new StatusChange.PasswordChanged()));

    /** From nothing (-), and from each status: the next status (by its initials), or a refusal (in lower case). */
    private static final String TABLE = """
            cause                           | -   | U   | C   | RR  | FCP | EP
            signed up                       | U   | ex  | ex  | ex  | ex  | ex
            signed up, auto-confirmed       | C   | ex  | ex  | ex  | ex  | ex
            created                         | FCP | ax  | ax  | ax  | ax  | ax
            created without password        | C   | ax  | ax  | ax  | ax  | ax
            imported                        | RR  | ex  | ex  | ex  | ex  | ex
            federated                       | EP  | ex  | ex  | ex  | ex  | ex
            migrated                        | RR  | ex  | ex  | ex  | ex  | ex
            migrated, confirmed             | C   | ex  | ex  | ex  | ex  | ex
            invited again                   | no  | ni  | ni  | ni  | FCP | ni
            sign-up confirmed               | no  | C   | nc  | nc  | nc  | nc
            sign-up code resent             | no  | U   | ac  | ac  | ac  | ac
            password forgotten              | no  | na  | C   | RR  | nr  | nr
            forgotten password replaced     | no  | uc  | C   | C   | nr  | nr
            reset by administrator          | no  | nr  | RR  | RR  | nr  | nr
            compromised password used       | no  | nr  | RR  | RR  | nr  | nr
            set by administrator            | no  | C   | C   | C   | C   | C
            set by administrator, temporary | no  | FCP | FCP | FCP | FCP | FCP
            temporary password replaced     | no  | bs  | bs  | bs  | C   | bs
            password changed                | no  | uc  | C   | pr  | nr  | nr
            """;

    private static final Map<String, UserStatus> STATUSES = Map.of(
            "U", UserStatus.UNCONFIRMED,
            "C", UserStatus.CONFIRMED,
            "RR", UserStatus.RESET_REQUIRED,
            "FCP", UserStatus.FORCE_CHANGE_PASSWORD,
            "EP", UserStatus.EXTERNAL_PROVIDER);

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("ex", "UsernameExistsException: User already exists"),
            Map.entry("ax", "UsernameExistsException: User account already exists"),
            Map.entry("no", "UserNotFoundException: User does not exist."),
            Map.entry(
                    "ni",
                    "UnsupportedUserStateException: Resend not possible. jane status is not FORCE_CHANGE_PASSWORD"),
            Map.entry("nc", "NotAuthorizedException: User cannot be confirmed. Current status is %s"),
            Map.entry("ac", "InvalidParameterException: User is already confirmed."),
            Map.entry(
                    "na",
                    "InvalidParameterException: Cannot reset password for the user as there is no registered/verified "
                            + "email or phone_number"),
            Map.entry("nr", "NotAuthorizedException: User password cannot be reset in the current state."),
            Map.entry("uc", "UserNotConfirmedException: User is not confirmed."),
            Map.entry("pr", "PasswordResetRequiredException: Password reset required for the user"),
            Map.entry("bs", "NotAuthorizedException: Invalid session for the user."));

    /**
     * A cell of the table.
     *
     * @param from null for a user who does not exist
     */
    record Transition(String cause, @Nullable UserStatus from, String expected) {}

    static Stream<Transition> transitions() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList();
        String[] heading = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, column -> column < row.length, column -> column + 1)
                        .map(column -> new Transition(row[0], STATUSES.get(heading[column]), row[column].strip())));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyCauseLeadsWhereTheTableSays(Transition transition) {
        StatusChange cause = CAUSES.get(transition.cause());

        assertThat(cause).isNotNull();
        assertThat(told(cause.from(transition.from()))).isEqualTo(told(transition));
    }

    /** No cause and no status is left out of the table, so that a new one asks for its row. */
    @Test
    void theTableHasEveryCauseAndEveryStatus() {
        List<Transition> all = transitions().toList();
        Set<@Nullable UserStatus> statuses = new HashSet<>(Arrays.asList(UserStatus.values()));
        statuses.add(null);

        assertThat(all).hasSize(CAUSES.size() * statuses.size());
        assertThat(all).extracting(Transition::from).containsOnly(statuses.toArray(UserStatus[]::new));
        assertThat(CAUSES.values()).extracting(Object::getClass).containsAll(leaves(StatusChange.class));
    }

    @Test
    void whoHasNoOtherAnswerGetsTheRefusalThrown() {
        assertThatThrownBy(() -> new StatusChange.SignUpConfirmed().require(UserStatus.CONFIRMED))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("User cannot be confirmed. Current status is CONFIRMED");
    }

    private static String told(Transition transition) {
        UserStatus next = STATUSES.get(transition.expected());
        if (next != null) {
            return next.name();
        }
        return String.valueOf(REFUSALS.get(transition.expected())).replace("%s", String.valueOf(transition.from()));
    }

    private static String told(StatusChange.Verdict verdict) {
        return switch (verdict) {
            case StatusChange.Verdict.To(UserStatus status) -> status.name();
            case StatusChange.Verdict.Refused(var fault) -> fault.type() + ": " + fault.getMessage();
        };
    }

    private static List<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(each -> leaves(each).stream())
                        .toList()
                : List.of(type);
    }
}
