package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The AWS SDK for Java, as an application sets it up for an endpoint of its own. */
final class JavaSdk {
    static final String PASSWORD = "Corr3ct-Horse!";

    private JavaSdk() {}

    static CognitoIdentityProviderClient client(Program program) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(URI.create(program.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    static Map<String, String> byName(List<AttributeType> attributes) {
        Map<String, String> values = new TreeMap<>();
        attributes.forEach(attribute -> values.put(attribute.name(), attribute.value()));
        return values;
    }

    static List<String> names(List<UserType> users) {
        return users.stream().map(UserType::username).toList();
    }

    /** Asserts that a call ends in an exception of exactly this type, with the service's own text. */
    static void assertFault(
            ThrowingCallable call, Class<? extends CognitoIdentityProviderException> type, String message) {
        CognitoIdentityProviderException fault = catchThrowableOfType(CognitoIdentityProviderException.class, call);
        assertThat(fault).as(message).isExactlyInstanceOf(type);
        assertThat(fault.awsErrorDetails().errorMessage()).isEqualTo(message);
        assertThat(fault.awsErrorDetails().errorCode()).isEqualTo(type.getSimpleName());
        assertThat(fault.statusCode()).isEqualTo(400);
        assertThat(fault.requestId()).isNotBlank();
    }
}
