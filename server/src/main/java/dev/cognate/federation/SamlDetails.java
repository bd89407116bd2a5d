package dev.cognate.federation;

import dev.cognate.outgoing.Documents;
import dev.cognate.outgoing.Documents.Answer;
import dev.cognate.wire.fault.InvalidParameterException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The details of a provider that speaks SAML: its metadata document, given or fetched, and what that says of its
 * endpoints. Reference: oauth-config B9, C14.
 */
final class SamlDetails {
    private static final Logger LOG = LoggerFactory.getLogger(SamlDetails.class);
    private static final String URL = "MetadataURL";
    private static final String FILE = "MetadataFile";
    private static final String ENCRYPTED = "EncryptedResponses";
    private static final List<String> SWITCHES = List.of("IDPSignout", "IDPInit", ENCRYPTED);

    private final Documents documents;
    private final InstantSource clock;

    SamlDetails(Documents documents, InstantSource clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The details with all endpoints.
     *
     * @throws InvalidParameterException something is missing or wrong, or the document cannot be had or read
     */
    Details complete(Given given) {
        String url = given.find(URL);
        String file = given.find(FILE);
        if (url == null && file == null) {
            throw new InvalidParameterException(Texts.NO_METADATA);
        }
        if (url != null && file != null) {
            throw new InvalidParameterException(Texts.TWO_METADATA);
        }
        checkChoices(given);
        return url == null ? of(given, String.valueOf(file), null) : of(given, fetched(url), clock.instant());
    }

    private static void checkChoices(Given given) {
        for (String key : SWITCHES) {
            String value = given.find(key);
            if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw new InvalidParameterException(Texts.SAML_SWITCHES);
            }
        }
        String algorithm = given.find("RequestSigningAlgorithm");
        if (algorithm != null && !algorithm.equals("rsa-sha256")) {
            throw new InvalidParameterException(Texts.SIGNING_ALGORITHM);
        }
    }

    private static Details of(Given given, String document, @Nullable Instant fetched) {
        SamlMetadata metadata = SamlMetadata.of(document);
        Map<String, String> all = new HashMap<>(given.values());
        all.putIfAbsent(ENCRYPTED, "false");
        all.put("SSORedirectBindingURI", metadata.signIn());
        if (metadata.signOut() != null) {
            all.put("SLORedirectBindingURI", metadata.signOut());
        }
        return new Details(all, document, fetched);
    }

    private String fetched(String url) {
        if (!documents.accepts(url)) {
            throw new InvalidParameterException(Texts.METADATA_URL);
        }
        return switch (documents.get(url)) {
            case Answer.Found(String text) -> text;
            case Answer.Refused(int status) -> throw new InvalidParameterException(Texts.metadataStatus(status, url));
            case Answer.Unreachable(String why) -> {
                LOG.info("No metadata document at {}: {}", url, why);
                throw new InvalidParameterException(Texts.metadataUnreachable(url));
            }
        };
    }
}
