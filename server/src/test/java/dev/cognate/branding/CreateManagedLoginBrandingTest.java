package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateManagedLoginBranding over the wire. Reference: oauth-config B11. */
class CreateManagedLoginBrandingTest extends BrandingRoom {
    private static final String OPERATION = "CreateManagedLoginBranding";

    @Test
    void settingsAndPicturesAreShown() {
        assertThat(ofClient(
                                OPERATION,
                                "\"Settings\":{\"components\":{\"a\":[1,null]}},\"Assets\":["
                                        + asset("FORM_LOGO", "PNG", PNG) + "]")
                        .body())
                .matches(
                        "\\{\"ManagedLoginBranding\":\\{\"Assets\":\\[\\{\"Bytes\":\"[^\"]+\",\"Category\":\"FORM_LOGO\","
                                + "\"ColorMode\":\"LIGHT\",\"Extension\":\"PNG\"}],\"CreationDate\":1772366400,"
                                + "\"LastModifiedDate\":1772366400,\"ManagedLoginBrandingId\":"
                                + "\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\","
                                + "\"Settings\":\\{\"components\":\\{\"a\":\\[1,null]}},\"UseCognitoProvidedValues\":false,"
                                + "\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    /** "both → …(but not both)"; "assets may accompany either". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"UseCognitoProvidedValues\":true,\"Settings\":{}",
                "\"UseCognitoProvidedValues\":false",
                "\"Assets\":[]"
            })
    void eitherTheServicesValuesOrSettingsAreGiven(String members) {
        assertThat(ofClient(OPERATION, members).outcome())
                .isEqualTo(
                        "InvalidParameterException: useCognitoProvidedValues or settings should be specified (but not"
                                + " both)");
        assertThat(ofClient(
                                OPERATION,
                                "\"UseCognitoProvidedValues\":true,\"Assets\":[" + asset("FORM_LOGO", "PNG", PNG) + "]")
                        .status())
                .isEqualTo(200);
    }

    /** "one per client (ManagedLoginBrandingExistsException)". */
    @Test
    void aClientHasOne() {
        branding();

        assertThat(ofClient(OPERATION, "\"Settings\":{}").fault()).isEqualTo("ManagedLoginBrandingExistsException");
        String another = pool.newClient("\"GenerateSecret\":false").member("ClientId");
        assertThat(ofClient(OPERATION, another, "\"Settings\":{}").status()).isEqualTo(200);
    }

    /** "ICO only for FAVICON_ICO"; bytes are what their extension says. */
    @ParameterizedTest
    @CsvSource({
        "FORM_LOGO,ICO,AAABAAE=",
        "FORM_LOGO,JPEG,AAABAAE=",
        "FORM_LOGO,PNG,PHN2Zy8+",
        "FAVICON_SVG,SVG,aGVsbG8=",
        "FORM_LOGO,WEBP,UklGRg==",
        "FORM_LOGO,PNG,''"
    })
    void aBadPictureIsRefused(String category, String extension, String bytes) {
        assertThat(ofClient(OPERATION, "\"Settings\":{},\"Assets\":[" + asset(category, extension, bytes) + "]")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    @ParameterizedTest
    @CsvSource({
        "FAVICON_ICO,ICO,AAABAAE=",
        "FAVICON_SVG,SVG,PHN2Zy8+",
        "FORM_LOGO,JPEG,/9j/4A==",
        "FORM_LOGO,WEBP,UklGRgAAAABXRUJQ"
    })
    void aGoodPictureIsTaken(String category, String extension, String bytes) {
        assertThat(ofClient(OPERATION, "\"Settings\":{},\"Assets\":[" + asset(category, extension, bytes) + "]")
                        .status())
                .isEqualTo(200);
    }

    /** "assets ≤ 40". */
    @Test
    void formsAreChecked() {
        String assets = (asset("FORM_LOGO", "PNG", PNG) + ",").repeat(40) + asset("FORM_LOGO", "PNG", PNG);
        assertThat(ofClient(OPERATION, "\"Settings\":{},\"Assets\":[" + assets + "]")
                        .outcome())
                .contains("Member must have length less than or equal to 40");
        assertThat(ofClient(OPERATION, "\"Settings\":[]").outcome())
                .isEqualTo("InvalidParameterException: Settings must be a JSON object.");
        assertThat(ofClient(
                                OPERATION,
                                "\"Settings\":{},\"Assets\":[{\"Category\":\"FORM_LOGO\",\"ColorMode\":\"DARK\",\"Extension\":\"PNG\"}]")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(ofClient(OPERATION, "unknown", "\"Settings\":{}").outcome()).isEqualTo(NO_CLIENT);
        assertThat(inNoPool(OPERATION, "\"ClientId\":\"a\",\"Settings\":{}").outcome())
                .isEqualTo(NO_POOL);
    }
}
