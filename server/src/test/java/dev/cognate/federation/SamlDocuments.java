package dev.cognate.federation;

/** Metadata documents of SAML identity providers. */
final class SamlDocuments {
    private static final String CERTIFICATE =
            "MIIBjDCCATGgAwIBAgIUdA1ZkBjwjDOnP4e0JTEGD7MzPrEwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUu"
                    + "Y29tMCAXDTI2MTEyMTE2NTEzMFoYDzIxMjYxMDI4MTY1MTMwWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcq"
                    + "hkjOPQIBBggqhkjOPQMBBwNCAAS+3+Zat4dBnunEkLcWg3JHzVtHqQ7DSDsUPE1CjqcG1jaJGqbTNOl+4qTDyB7mj7X4GgKC"
                    + "47/vX4ds0ca9st0Wo1MwUTAdBgNVHQ4EFgQU0YuoWSKDpS4VcNqKEoQNCsReoTMwHwYDVR0jBBgwFoAU0YuoWSKDpS4VcNqK"
                    + "EoQNCsReoTMwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAvtkuYG/CdizI9QfNazuLWlL0DMHt7CAWeHo7"
                    + "p1mGGE8CIQDJf75X2dJKcojqxOtlVFqcQ1kA5hxtkjAB59xFrQ9rDw==";

    /** One with a key and both places. */
    static final String GOOD = document("""
            <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate>            </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"             Location="https://idp.example.com/logout"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"             Location="https://idp.example.com/post"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"             Location="https://idp.example.com/login"/>""".formatted(CERTIFICATE));

    private SamlDocuments() {}

    /** A document that describes a provider so. */
    static String document(String description) {
        return """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"                 xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.com">
                <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s</md:IDPSSODescriptor>
                </md:EntityDescriptor>""".formatted(description);
    }
}
