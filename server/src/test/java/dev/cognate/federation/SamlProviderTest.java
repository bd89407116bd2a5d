package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity providers of type SAML. Reference: oauth-config B9 (row SAML and its faults), C14. */
class SamlProviderTest extends FederationRoom {
    /** "SSORedirectBindingURI, SLORedirectBindingURI from metadata"; EncryptedResponses is false unless given. */
    @Test
    void endpointsComeFromTheDocument() {
        assertThat(create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD)))
                        .body())
                .contains(
                        "\"EncryptedResponses\":\"false\"",
                        "\"SLORedirectBindingURI\":\"https://idp.example.com/logout\"",
                        "\"SSORedirectBindingURI\":\"https://idp.example.com/login\"",
                        "\"MetadataFile\":\"<md:EntityDescriptor")
                .doesNotContain("AttributeMapping");
    }

    @Test
    void theDocumentMayBeFetched() {
        String url = publish("/metadata", SamlDocuments.GOOD);

        assertThat(create(provider("Corp", "SAML", "\"MetadataURL\":\"" + url + "\",\"IDPSignout\":\"true\""))
                        .body())
                .contains(
                        "\"MetadataURL\":\"" + url + "\"",
                        "\"SSORedirectBindingURI\":\"https://idp.example.com/login\"")
                .contains("\"IDPSignout\":\"true\"")
                .doesNotContain("MetadataFile");
        assertThat(kept("Corp").metadata()).isEqualTo(SamlDocuments.GOOD);
    }

    /** "SAML none / both." */
    @Test
    void thereIsOneDocument() {
        assertThat(create(provider("Corp", "SAML", "\"IDPInit\":\"true\"")).outcome())
                .isEqualTo(
                        "InvalidParameterException: At least one of the MetadataURL or MetadataFile should be provided.");
        assertThat(create(provider(
                                "Corp",
                                "SAML",
                                "\"MetadataURL\":\"https://idp.example.com\",\"MetadataFile\":\"<a/>\""))
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: Only one of the MetadataURL or MetadataFile should be provided.");
    }

    @Test
    void aDocumentThatIsNotThereIsTold() {
        assertThat(create(provider("Corp", "SAML", "\"MetadataURL\":\"" + url("/gone") + "\""))
                        .outcome())
                .isEqualTo("InvalidParameterException: Non-ok status code 404 returned from remote metadata source "
                        + url("/gone"));
        assertThat(create(provider("Corp", "SAML", "\"MetadataURL\":\"http://127.0.0.1:1/\""))
                        .outcome())
                .isEqualTo("InvalidParameterException: No answer from remote metadata source http://127.0.0.1:1/");
        assertThat(create(provider("Corp", "SAML", "\"MetadataURL\":\"file:///etc/passwd\""))
                        .outcome())
                .isEqualTo("InvalidParameterException: MetadataURL must start with https://");
    }

    /** Neither document types nor what they would bring in are read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a/>",
                "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/'><a/>"
            })
    void whatIsNoMetadataIsRefused(String document) {
        assertThat(create(provider("Corp", "SAML", samlFile(" " + document + " x")))
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(create(provider("Corp", "SAML", samlFile(document))).outcome())
                .startsWith("InvalidParameterException: ");
    }

    @Test
    void aDocumentSaysWhereToGoAndWhoSigns() {
        String redirect = "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
                + " Location=\"%s\"/>";

        assertThat(create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD.replace("HTTP-Redirect", "SOAP"))))
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: No SingleSignOn Http redirect binding location found in metadata.");
        assertThat(create(provider(
                                "Corp",
                                "SAML",
                                samlFile(SamlDocuments.document(redirect.formatted("javascript:alert(1)")))))
                        .outcome())
                .contains("No SingleSignOn Http redirect binding location");
        assertThat(create(provider(
                                "Corp",
                                "SAML",
                                samlFile(SamlDocuments.document(redirect.formatted("https://idp.example.com")))))
                        .outcome())
                .isEqualTo("InvalidParameterException: No valid signing certificate found in metadata.");
        assertThat(create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD.replace("signing", "encryption"))))
                        .outcome())
                .isEqualTo("InvalidParameterException: No valid signing certificate found in metadata.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"IDPSignout\":\"yes\"",
                "\"IDPInit\":\"1\"",
                "\"EncryptedResponses\":\"no\"",
                "\"RequestSigningAlgorithm\":\"rsa-sha1\""
            })
    void choicesAreChecked(String choice) {
        assertThat(create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD) + "," + choice))
                        .fault())
                .isEqualTo("InvalidParameterException");
    }
}
