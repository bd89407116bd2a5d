package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.model.PasswordHashingAlgorithmType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of other systems: the forms that are read, and the costs that are allowed. */
final class ForeignHashTest {
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static String bcrypt(String password) {
        return OpenBSDBCrypt.generate("2b", password.getBytes(StandardCharsets.UTF_8), SALT, 4);
    }

    static String argon2id(String password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(64)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(SALT)
                .build());
        byte[] hash = new byte[32];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=64,t=2,p=1$" + base64.encodeToString(SALT) + "$" + base64.encodeToString(hash);
    }

    /**
     * Published vectors: bcrypt's own test suite, RFC 7914 section 12 (scrypt) and its PBKDF2 vectors of section 11.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "BCRYPT U*U $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "BCRYPT U*U $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "SCRYPT password $scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA",
                "PBKDF2_SHA256 passwd $pbkdf2-sha256$i=1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "PBKDF2_SHA256 passwd $pbkdf2-sha256$1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "PBKDF2_SHA256 passwd pbkdf2_sha256$1$salt$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=",
            })
    void publishedHashesMatchTheirPasswords(PasswordHashingAlgorithmType algorithm, String password, String text) {
        ForeignHash hash = Objects.requireNonNull(ForeignHash.parse(algorithm, text));

        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches(password + "x")).isFalse();
        assertThat(hash).hasToString("***");
        assertThat(Objects.requireNonNull(ForeignHash.parse(text)).matches(password))
                .isTrue();
    }

    @Test
    void argon2idMatchesItsPassword() {
        ForeignHash hash =
                Objects.requireNonNull(ForeignHash.parse(PasswordHashingAlgorithmType.ARGON2_ID, argon2id("pässword")));

        assertThat(hash.matches("pässword")).isTrue();
        assertThat(hash.matches("password")).isFalse();
    }

    /** Wrong forms, and costs that would take minutes or gigabytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2b$04$short",
                "$2b$17$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2b$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$scrypt$ln=21,r=8,p=1$TmFDbA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$scrypt$ln=20,r=8,p=1$TmFDbA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$scrypt$ln=0,r=8,p=1$TmFDbA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$scrypt$ln=10,r=8,p=17$TmFDbA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$scrypt$ln=16,r=1,p=1$TmFDbA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$argon2id$v=19$m=9999999,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$argon2id$v=19$m=64,t=33,p=1$MDEyMzQ1Njc4OWFiY2RlZg$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$argon2id$v=19$m=7,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$argon2i$v=19$m=64,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-sha256$i=0$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-sha256$i=5000001$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-sha512$i=1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-sha256$i=1$c2FsdAx=$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-sha256$i=1$c2Fsd$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
            })
    void everythingElseIsNoHash(String text) {
        assertThat(ForeignHash.parse(text)).isNull();
    }
}
