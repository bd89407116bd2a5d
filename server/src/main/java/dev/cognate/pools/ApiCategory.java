package dev.cognate.pools;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A category of operations that share a request rate. Every operation is in exactly one; {@code UserFederation} has
 * none, since federated users sign in by pages. Reference: oauth-config B19, newer.
 */
enum ApiCategory {
    USER_AUTHENTICATION(
            "UserAuthentication",
            120,
            "AdminInitiateAuth InitiateAuth AdminRespondToAuthChallenge RespondToAuthChallenge"),
    USER_CREATION("UserCreation", 50, "AdminConfirmSignUp AdminCreateUser ConfirmSignUp SignUp"),
    USER_FEDERATION("UserFederation", 25, ""),
    USER_ACCOUNT_RECOVERY("UserAccountRecovery", 30, "ChangePassword ConfirmForgotPassword ForgotPassword"),
    USER_READ("UserRead", 120, "AdminGetUser AdminGetUserAuthFactors GetUser GetUserAuthFactors"),
    USER_UPDATE("UserUpdate", 25, """
            AdminAddUserToGroup AdminDeleteUser AdminDeleteUserAttributes AdminDisableProviderForUser AdminDisableUser
            AdminEnableUser AdminLinkProviderForUser AdminRemoveUserFromGroup AdminResetUserPassword
            AdminSetUserPassword AdminUpdateUserAttributes AdminUserGlobalSignOut DeleteUser DeleteUserAttributes
            GlobalSignOut UpdateUserAttributes VerifyUserAttribute"""),
    USER_TOKEN("UserToken", 120, "GetTokensFromRefreshToken RevokeToken"),
    USER_RESOURCE_READ("UserResourceRead", 50, """
            AdminGetDevice AdminListDevices AdminListGroupsForUser AdminListUserAuthEvents AdminListUserSessions GetDevice
            GetUserAttributeVerificationCode ListDevices ListUserSessions ListWebAuthnCredentials
            ResendConfirmationCode"""),
    USER_RESOURCE_UPDATE("UserResourceUpdate", 25, """
            AdminDeleteSoftwareToken AdminForgetDevice AdminRevokeUserSession AdminSetUserMFAPreference
            AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AssociateSoftwareToken
            CompleteWebAuthnRegistration ConfirmDevice DeleteWebAuthnCredential ForgetDevice RevokeUserSession
            SetUserMFAPreference SetUserSettings StartWebAuthnRegistration UpdateAuthEventFeedback UpdateDeviceStatus
            VerifySoftwareToken"""),
    USER_LIST("UserList", 30, "ListUsers ListUsersInGroup"),
    USER_POOL_READ("UserPoolRead", 15, "DescribeUserPool ListUserPools"),
    USER_POOL_UPDATE("UserPoolUpdate", 15, "CreateUserPool DeleteUserPool UpdateUserPool"),
    USER_POOL_RESOURCE_READ("UserPoolResourceRead", 20, """
            DescribeIdentityProvider DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient
            DescribeResourceServer DescribeRiskConfiguration DescribeTerms DescribeTermsByClient DescribeUserImportJob
            DescribeUserPoolDomain GetCSVHeader GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration
            GetSigningCertificate GetUICustomization GetUserPoolMfaConfig GetUserPoolSessionConfiguration ListGroups
            ListIdentityProviders ListResourceServers ListTagsForResource ListTerms ListUserImportJobs
            ListUserPoolReplicas"""),
    USER_POOL_RESOURCE_UPDATE("UserPoolResourceUpdate", 15, """
            AddCustomAttributes CreateGroup CreateIdentityProvider CreateManagedLoginBranding CreateResourceServer
            CreateTerms CreateUserImportJob CreateUserPoolDomain CreateUserPoolReplica DeleteGroup DeleteIdentityProvider
            DeleteManagedLoginBranding DeleteResourceServer DeleteTerms DeleteUserPoolDomain DeleteUserPoolReplica
            SetLogDeliveryConfiguration SetRiskConfiguration SetUICustomization SetUserPoolMfaConfig
            SetUserPoolSessionConfiguration StartUserImportJob StopUserImportJob TagResource UntagResource UpdateGroup
            UpdateIdentityProvider UpdateManagedLoginBranding UpdateResourceServer UpdateTerms UpdateUserPoolDomain
            UpdateUserPoolReplica"""),
    USER_POOL_CLIENT_READ("UserPoolClientRead", 15, """
            DescribeUserPoolClient GetUserPoolClientSessionConfiguration ListUserPoolClientSecrets
            ListUserPoolClients"""),
    USER_POOL_CLIENT_UPDATE("UserPoolClientUpdate", 15, """
            AddUserPoolClientSecret CreateUserPoolClient DeleteUserPoolClient DeleteUserPoolClientSecret
            SetUserPoolClientSessionConfiguration UpdateUserPoolClient"""),
    CLIENT_AUTHENTICATION("ClientAuthentication", 150, "GetClientToken"),
    LIMIT_MANAGEMENT("LimitManagement", 1, "GetProvisionedLimit UpdateProvisionedLimit");

    private static final Map<String, ApiCategory> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.text, Function.identity()));

    private final String text;
    private final int free;
    private final String operations;

    ApiCategory(String text, int free, String operations) {
        this.text = text;
        this.free = free;
        this.operations = operations;
    }

    /** The category of a name, null when there is none. */
    static @Nullable ApiCategory of(String name) {
        return BY_NAME.get(name);
    }

    /** The API's name of it. */
    String text() {
        return text;
    }

    /** How many requests a second everybody has. */
    int free() {
        return free;
    }

    /** The operations that share the rate. */
    List<String> operations() {
        return operations.isEmpty() ? List.of() : List.of(operations.split("\\s+", -1));
    }
}
