package dev.cognate.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.devices.Device;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.mfa.MfaFactor;
import dev.cognate.signin.Proven.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The machine of a sign-in, row by row of its table. Reference: auth 7. */
class NextStepTest {
    private static final PoolId POOL = new PoolId("us-east-1_COGNATE01");
    private static final Sub JANE = new Sub("7d8ca528-4931-4254-9273-ea5ee853f271");
    private static final MfaDecision NOTHING = new MfaDecision.Nothing();
    private static final MfaDecision ASK = new MfaDecision.Ask(MfaFactor.SMS_MFA);
    private static final List<MfaFactor> SEVERAL = List.of(MfaFactor.SMS_MFA, MfaFactor.SOFTWARE_TOKEN_MFA);
    private static final MfaDecision CHOOSE = new MfaDecision.Choose(SEVERAL);
    private static final MfaDecision SET_UP =
            new MfaDecision.SetUp(List.of(MfaFactor.EMAIL_OTP, MfaFactor.SOFTWARE_TOKEN_MFA));
    private static final MfaDecision STUCK = new MfaDecision.Stuck();
    private static final NextStep TOKENS = new NextStep.GiveTokens();
    private static final NextStep AGAIN = new NextStep.StartAgain();
    private static final Device DEVICE = new Device(
            POOL,
            JANE,
            "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50",
            "-Abc12DeF",
            null,
            true,
            new byte[0],
            "127.0.0.1",
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH);

    private static Proven proven(Proof proof, UserStatus status, @Nullable String conversation) {
        User user = new User(POOL, JANE, "jane", status, true, Map.of(), null, Instant.EPOCH, Instant.EPOCH);
        return new Proven(user, proof, Session.Carried.NOTHING.in(conversation));
    }

    private static NextStep after(Proof proof, MfaDecision mfa) {
        return NextStep.after(proven(proof, UserStatus.CONFIRMED, null), mfa, null);
    }

    private static NextStep afterTemporary(Proof proof) {
        return NextStep.after(proven(proof, UserStatus.FORCE_CHANGE_PASSWORD, null), NOTHING, null);
    }

    /** Clause auth 7.s1. */
    @Test
    void aTemporaryPasswordIsReplacedWhateverElseIsAskedFor() {
        assertThat(afterTemporary(Proof.PASSWORD)).isEqualTo(new NextStep.ReplacePassword());
        assertThat(NextStep.after(proven(Proof.PASSWORD, UserStatus.FORCE_CHANGE_PASSWORD, null), ASK, DEVICE))
                .isEqualTo(new NextStep.ReplacePassword());
    }

    /** Clauses auth 7.s3, auth 7.s4. */
    @ParameterizedTest
    @EnumSource(names = {"PASSWORD", "NEW_PASSWORD"})
    void aPasswordIsFollowedByWhatIsAskedForBesideIt(Proof proof) {
        assertThat(after(proof, NOTHING)).isEqualTo(TOKENS);
        assertThat(after(proof, ASK)).isEqualTo(new NextStep.ProveFactor(MfaFactor.SMS_MFA));
        assertThat(after(proof, CHOOSE)).isEqualTo(new NextStep.ChooseFactor(SEVERAL));
        assertThat(after(proof, SET_UP)).isInstanceOf(NextStep.SetFactorUp.class);
        assertThat(after(proof, STUCK)).isEqualTo(new NextStep.Refuse());
        Proven onDevice = proven(proof, UserStatus.CONFIRMED, null);
        assertThat(NextStep.after(onDevice, ASK, DEVICE)).isEqualTo(new NextStep.ProveDevice(DEVICE));
        assertThat(NextStep.after(onDevice, NOTHING, DEVICE)).isEqualTo(TOKENS);
    }

    /** Clause 4.5. */
    @ParameterizedTest
    @EnumSource(names = {"CODE", "PASSKEY"})
    void whatStandsInForAPasswordIsEnoughOrNothing(Proof proof) {
        assertThat(after(proof, NOTHING)).isEqualTo(TOKENS);
        assertThat(after(proof, ASK)).isEqualTo(AGAIN);
        assertThat(after(proof, CHOOSE)).isEqualTo(AGAIN);
        assertThat(after(proof, SET_UP)).isEqualTo(AGAIN);
        assertThat(after(proof, STUCK)).isEqualTo(AGAIN);
        assertThat(afterTemporary(proof)).isEqualTo(AGAIN);
    }

    /** Clause auth 7.s4. */
    @Test
    void aSecondFactorDoesWhileItIsAskedForOrNoneIs() {
        assertThat(after(Proof.SMS_MFA, NOTHING)).isEqualTo(TOKENS);
        assertThat(after(Proof.SMS_MFA, ASK)).isEqualTo(TOKENS);
        assertThat(after(Proof.SMS_MFA, CHOOSE)).isEqualTo(TOKENS);
        assertThat(after(Proof.SMS_MFA, new MfaDecision.Ask(MfaFactor.SOFTWARE_TOKEN_MFA)))
                .isEqualTo(AGAIN);
        assertThat(after(Proof.EMAIL_OTP, CHOOSE)).isEqualTo(AGAIN);
        assertThat(after(Proof.SOFTWARE_TOKEN_MFA, STUCK)).isEqualTo(AGAIN);
    }

    /** Clause 6.6: an address stays when it was proved, an app may have been taken away again. */
    @Test
    void ofFactorsThatAreStillToBeSetUpOnlyAnAddressDoes() {
        assertThat(after(Proof.EMAIL_OTP, SET_UP)).isEqualTo(TOKENS);
        assertThat(after(Proof.SOFTWARE_TOKEN_MFA, SET_UP)).isEqualTo(AGAIN);
    }

    /** Clause auth 7.s3. */
    @Test
    void aDeviceAndFunctionsHaveTheLastWord() {
        assertThat(after(Proof.DEVICE, ASK)).isEqualTo(TOKENS);
        assertThat(after(Proof.FUNCTIONS, ASK)).isEqualTo(TOKENS);
    }

    /** Clause 4.3: where functions began the sign-in they are asked again, and their own word is the end. */
    @ParameterizedTest
    @EnumSource(names = {"PASSWORD", "NEW_PASSWORD", "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "DEVICE"})
    void functionsThatBeganAreAskedAtTheEnd(Proof proof) {
        assertThat(NextStep.after(proven(proof, UserStatus.CONFIRMED, "talk"), NOTHING, null))
                .isEqualTo(new NextStep.AskFunctions("talk"));
        assertThat(NextStep.after(proven(Proof.FUNCTIONS, UserStatus.CONFIRMED, "talk"), NOTHING, null))
                .isEqualTo(TOKENS);
    }
}
