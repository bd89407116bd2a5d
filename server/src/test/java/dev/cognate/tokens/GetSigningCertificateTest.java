package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import dev.cognate.store.Crowd;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The certificate of a pool for SAML identity providers: GetSigningCertificate. */
class GetSigningCertificateTest extends TokenRoom {

    private String certificate() {
        return pool.adminCall("GetSigningCertificate", "").member("Certificate");
    }

    @Test
    void theCertificateIsTheKeysOwn() throws Exception {
        byte[] der = Base64.getDecoder().decode(certificate());
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(TestClock.START));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + pool.id());
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
    }

    @Test
    void whoeverAsksFirstAllGetTheSame() throws Exception {
        assertThat(Crowd.of(4, number -> certificate())).containsOnly(certificate());
    }

    /** It is no key of tokens: what it signs is none. */
    @Test
    void itsKeyIsNotInTheKeySet() throws Exception {
        byte[] der = Base64.getDecoder().decode(certificate());
        var key = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
        String id = dev.cognate.crypto.RsaKey.idOf((java.security.interfaces.RSAPublicKey) key);

        assertThat(server.get("/" + pool.id() + "/.well-known/jwks.json").body())
                .doesNotContain(id)
                .contains("\"kid\"");
    }

    @Test
    void anUnknownPoolHasNone() {
        assertThat(server.call("GetSigningCertificate", "{\"UserPoolId\":\"us-east-1_Nowhere\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nowhere does not exist.");
    }
}
