package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SetUICustomization over the wire. Reference: oauth-config B11. */
class SetUICustomizationTest extends BrandingRoom {
    private static final String CSS = "\"CSS\":\".label-customizable {color: #123456;}\"";

    /** "Result UICustomization{…}; CSSVersion yyyyMMddHHmmss; ImageUrl …". */
    @Test
    void theAnswerShowsAllOfIt() {
        giveDomain();

        assertThat(ofClient("SetUICustomization", CSS + ",\"ImageFile\":\"" + PNG + "\"")
                        .body())
                .isEqualTo("{\"UICustomization\":{\"CSS\":\".label-customizable {color: #123456;}\","
                        + "\"CSSVersion\":\"20260301120000\",\"ClientId\":\"" + pool.client() + "\","
                        + "\"CreationDate\":1772366400,\"ImageUrl\":\"" + server.url() + "/" + pool.id() + "/"
                        + pool.client() + "/20260301120000/assets/images/image.jpg\","
                        + "\"LastModifiedDate\":1772366400,\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    /** "ClientId ALL or omitted = pool default." */
    @Test
    void withoutAClientItIsForAll() {
        giveDomain();

        assertThat(pool.adminCall("SetUICustomization", CSS).body()).contains("\"ClientId\":\"ALL\"");
        assertThat(ofClient("SetUICustomization", "ALL", CSS).body()).contains("\"ClientId\":\"ALL\"");
    }

    @Test
    void whatIsLeftOutIsGone() {
        giveDomain();
        ofClient("SetUICustomization", CSS);

        assertThat(ofClient("SetUICustomization", "\"ImageFile\":\"" + PNG + "\"")
                        .body())
                .doesNotContain("\"CSS\":");
        assertThat(ofClient("SetUICustomization", "").body()).isEqualTo("{\"UICustomization\":{}}");
    }

    /** "Needs a domain." */
    @Test
    void thePoolNeedsADomain() {
        assertThat(ofClient("SetUICustomization", CSS).outcome())
                .isEqualTo("InvalidParameterException: A domain must be associated with this user pool.");
    }

    /** "only these class names." */
    @ParameterizedTest
    @ValueSource(
            strings = {"body", ".label", ".label-customizable:hover", "#logo-customizable", ".label-customizable p"})
    void anotherSelectorIsNamed(String selector) {
        giveDomain();

        assertThat(ofClient("SetUICustomization", "\"CSS\":\".logo-customizable, " + selector + " {color:red}\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: The CSS class " + selector
                        + " is not in the list of allowed classes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".submitButton-customizable:hover{a:b}.inputField-customizable:focus{c:d}",
                "/* a { */ .idpButton-customizable:hover {}",
                ".passwordCheck-notValid-customizable,.passwordCheck-valid-customizable{color:red;}"
            })
    void allowedClassesPass(String css) {
        giveDomain();

        assertThat(ofClient("SetUICustomization", "\"CSS\":\"" + css + "\"").status())
                .isEqualTo(200);
    }

    /** A style sheet stands in the page where passwords are typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".label-customizable{color:red}</style><script>",
                "@import 'https://example.com/a.css';",
                ".label-customizable{color:red",
                ".label-customizable",
                ".label-customizable{content:'\\\\3c'}",
                "}"
            })
    void whatIsNoListOfRulesIsRefused(String css) {
        giveDomain();

        assertThat(ofClient("SetUICustomization", "\"CSS\":\"" + css + "\"").outcome())
                .isEqualTo("InvalidParameterException: The CSS is not valid.");
    }

    /** "CSS ≤ 131072 chars"; "Image PNG/JPG ≤ 100 KB". */
    @Test
    void sizesAndFormatsAreLimited() {
        giveDomain();
        byte[] large = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 100 * 1024 + 1);

        assertThat(ofClient("SetUICustomization", "\"ImageFile\":\"" + base64(large) + "\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: The image must be a PNG or JPG file of at most 100 KB.");
        assertThat(ofClient("SetUICustomization", "\"ImageFile\":\"" + base64(Arrays.copyOf(large, 100 * 1024)) + "\"")
                        .status())
                .isEqualTo(200);
        assertThat(ofClient(
                                "SetUICustomization",
                                "\"ImageFile\":\"" + base64(new byte[] {'<', 's', 'v', 'g', '/', '>'}) + "\"")
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(ofClient("SetUICustomization", "\"CSS\":\"" + " ".repeat(131_073) + "\"")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        giveDomain();

        assertThat(ofClient("SetUICustomization", "unknown", CSS).outcome()).isEqualTo(NO_CLIENT);
        assertThat(inNoPool("SetUICustomization", CSS).outcome()).isEqualTo(NO_POOL);
    }
}
