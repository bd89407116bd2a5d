package dev.cognate.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference: oauth-config A5, D2. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        // plain
        "ClientId, client-id",
        "ResendConfirmationCode, resend-confirmation-code",
        "Username, username",
        // the irregular ones
        "AllowedOAuthFlows, allowed-o-auth-flows",
        "AllowedOAuthScopes, allowed-o-auth-scopes",
        "AllowedOAuthFlowsUserPoolClient, allowed-o-auth-flows-user-pool-client",
        "CallbackURLs, callback-urls",
        "LogoutURLs, logout-urls",
        "DefaultRedirectURI, default-redirect-uri",
        "CSS, css",
        "MFAOptions, mfa-options",
        "SMSMfaSettings, sms-mfa-settings",
        "GetCSVHeader, get-csv-header",
        "GetUICustomization, get-ui-customization",
        "SetUICustomization, set-ui-customization",
        "SetUserMFAPreference, set-user-mfa-preference",
        "AdminSetUserMFAPreference, admin-set-user-mfa-preference",
        "StartWebAuthnRegistration, start-web-authn-registration",
        "ListWebAuthnCredentials, list-web-authn-credentials",
        "DeleteWebAuthnCredential, delete-web-authn-credential",
        "CompleteWebAuthnRegistration, complete-web-authn-registration",
    })
    void anOptionIsNamedAsTheCommandLineOfAwsNamesIt(String name, String option) {
        assertThat(Names.option(name)).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({
        "ClientId, clientId",
        "MFAOptions, mfaOptions",
        "CallbackURLs, callbackUrls",
        "AllowedOAuthFlows, allowedOAuthFlows",
        "SMSMfaSettings, smsMfaSettings",
        "CSS, css",
        "Name, name",
        "reasonCode, reasonCode",
    })
    void aComponentHasAcronymsAsWords(String member, String component) {
        assertThat(Names.component(member)).isEqualTo(component);
    }

    @ParameterizedTest
    @CsvSource({"Notify, notify_", "Default, default_", "Member, member_", "At, at_"})
    void aComponentDoesNotTakeANameThatJavaOrTheGeneratedCodeNeeds(String member, String component) {
        assertThat(Names.component(member)).isEqualTo(component);
    }

    @ParameterizedTest
    @CsvSource({
        "ResendConfirmationCode, RESEND_CONFIRMATION_CODE",
        "GetCSVHeader, GET_CSV_HEADER",
        "AWSAccountIdType, AWS_ACCOUNT_ID_TYPE",
    })
    void aConstantHasItsWordsApart(String name, String constant) {
        assertThat(Names.constant(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "ClientId, clientId",
        "AllowedOAuthFlows, allowedOAuthFlows",
        "CallbackURLs, callbackURLs",
        "MFAOptions, mFAOptions",
    })
    void aMessageNamesAMemberWithItsFirstLetterInLowerCase(String member, String path) {
        assertThat(Names.path(member)).isEqualTo(path);
    }
}
