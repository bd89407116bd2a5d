package dev.cognate.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cognate.cli.login.Srp.Challenge;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof of a password. Reference: auth 9.6 to 9.8, whose vectors these are. */
class SrpTest {
    private static final BigInteger SECRET = new BigInteger(
            "e6215293bb0a446ece5e33037c534730723a070ea0619678ab1584d289042d686a11c0eb3ca6d25282c10ca58d0cc014"
                    + "817d2d6fd0a02b208f9cb78aab7fdff4875e29a8c3f0212796a01d74bd5aab9e0ef018c861a40c307680673feed3adfe"
                    + "9131fa4f64542db2d2930d1350b2151bd45e06b45736350c2ad9ac576e7fb72b",
            16);
    private static final BigInteger B = new BigInteger(
            "ca0769eb32d3232f01bb95e896f9bbdbfc485f69b55f8c9bfb68eed99bd049b67bf5600461cc4e88d224d7567a69a1e3"
                    + "51919823442022cf3fe265476993c4442a7e83cec5d2cb86dc087f25adb4118651a8f2ca9e504ef387a6599eb1bad50a"
                    + "7f4b32de7bd09f97dc06e112d3c7b68d71e33027a6bb2a6593234bcfe1245e8c036c3bb0860d3f931571ed76168c23f6"
                    + "f4a2c1565810ae4d1416c6efde34dab71d3f8a7749fd866d0c4fcd45df5aacfe68df10325d9e9aa06b9d8ad58eb5a5f5"
                    + "a787e4b47895c43ec4ef10c07d5fe655decc04b591806c63eee560c012073e3593562a15df939f4526fd1f28d04d78dd"
                    + "e490544e9098affeafd283482b34a39cf30ad87306cfa89155be7abd5e34c7c4539fc97515166b6a2e5d573bf56d0585"
                    + "af2a2b03cf7f872f862e0c8e68ff6d316f77059b5f438139724e1a47b3bf8b7220f76a32607404ffac276e6823b7e500"
                    + "3aaacca2df40ba8d036f6ac4ed2a684cc138b0d618be0e32b1fa1b4c8c605360665ebf02d3c72ffb4f466c9fbe3467ec",
            16);
    private static final String BLOCK = "Y29nbmF0ZSBzZWNyZXQgYmxvY2sgZm9yIHRoZSB3b3JrZWQgZXhhbXBsZQ==";
    private static final String TIME = "Fri Mar 7 04:05:06 UTC 2025";

    private final Srp srp = new Srp(SECRET);

    /** 9.6. */
    @Test
    void theVectorOfAUser() {
        Challenge challenge = new Challenge(
                "EXAMPLE12",
                "7d8ca528-4931-4254-9273-ea5ee853f271",
                new BigInteger("a996a4833f1df972d9f7993714467d46", 16),
                B,
                BLOCK);
        String password = "P@ssw0rd-\u00dcn\u00efcode1";
        assertThat(srp.a())
                .isEqualTo(
                        "170273472bd76e63d4248e49239c31b229d19ad48815d7ba7cb17b05276d9567ea09234454ffb737c2927f37524c7974"
                                + "7ac5ff142b7d322ecd786aeb70402ca6a4e2fb582df65cb011a2d6c07b747195a3132f64b07a62af5455fb8d4ec74323"
                                + "f96926929f491848e3622c4da807a0117348adff19d5523f3246921443f3fe4fe8b7a397812fb46a22ee70775cd531f4"
                                + "5a54758dcc3f1fc5600d6527fe6098a4c6a7d9880d37deb0de8b4b7ce3185f6ee60c19063c8a91f49da122eea1e90f5d"
                                + "a8e85bc9d807e52a0b9829fa14e63380c7ec35f2d32daab87c367f0a06fc806449a4a802b189f0ac5e9f5a3053121cd0"
                                + "88591d0d2ad3eeee6b7555695734aa59014281070f23167f2a8bb09243a23e020719a7c42a0943f2f25ba22c1b0c787b"
                                + "a8835cac2c1d7604772176f1f533b7b52814aab408d25cbe70bf3b96402f2bafa1860b16611737d000044c6e6b847fb6"
                                + "9bb43c88d1ed02430f32974d410c9b8aec45727dec0d84e24fb6845029019f67aaf01e4f2075880954eef0614031d852");
        assertThat(HexFormat.of().formatHex(srp.key(challenge, password)))
                .isEqualTo("cf1dd8ccff28c2bab341f7869ac9548e");
        assertThat(srp.signature(challenge, password, TIME)).isEqualTo("Ar+iefe/927BamMJpTb4bRgObWYeI35JnLNkzZLD6gs=");
    }

    /** 9.7: the group of a device stands for the pool, its key for the user. */
    @Test
    void theVectorOfADevice() {
        String group = "-Abc12DeF";
        String key = "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50";
        String password = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJw==";
        BigInteger salt = new BigInteger("a5905c4457ae912b10ff130ae41262fd", 16);
        BigInteger b = new BigInteger(
                "3c021aa304b2160c03c58141a5e1cfd2a7f87bbfa513c97a440cc07016780eb8e5e8b13e8bffbdb7b16d2b1163589a65"
                        + "0096c4aeceb6d5cf2af1d7c2e63ce3055219f3662b11b1874f43fa407ac6b2885349b915067e9f8cccb7ea2f892ebed6"
                        + "5f23fe39ad18c15784ec180c2a78d14c00fd0e06e83c2efb314e74a3495a6e6361f22562229d424217f367c4c6cdde54"
                        + "7a34f22e2ff6b7d0c80992fc3bc9ba56e15de3e537d4312747013af9684511dc4c205665907de18e3c5ddf2316836fb5"
                        + "4b7d882c95a644a36fcce2c066294f4e98147367a7447a927ca8994ae93ef0b1eaeec6062258afaa672ad64467b3786f"
                        + "5d33ddd62688b2c95d2bdb90a2797f9dc8358d48cec7052f27d187eb79124ece0b73b58d1a02ba745cba3b256e326b32"
                        + "a379d86d32266b32a8f1cb31996c3a971ac8f7757f30ecef605ae2a5043f26c63ec20d5e5387eb1d4900c73bb8a26d1b"
                        + "1321bd1affda666bdd251862d73ded5a258246f43aa02be0f9c18ae9d83cd910c4d4e4038fcc3a256afc2fa35cb2afab",
                16);
        assertThat(Base64.getEncoder()
                        .encodeToString(Srp.verifier(group, key, password, salt).toByteArray()))
                .isEqualTo("YpuwRioNOyU1Oo+XaH/1Trt8tstN/MmQGYHTaAKTxzsM80uCuknNuCj/+H5Zk8a3Ch/93fJeIEtUaFxQVl2jy7bd"
                        + "DGHukTNsGUkKiOSPo+1334XpsInZj0sbT0Fy2YTheosUNOlxK9imd0JDUZO0K2vmNtkJEFHozLAO+xGowYjpsi/g"
                        + "kI59XYG592nyE84Dd3kh7EHVpmYb2maehW4BIV1tb00C0BDwKRms9QdbxVpr+nSKT7LZDZVrB8ryXpKs4xDlkcl"
                        + "zLEUeiAHvuKMfEtZoOVu7FFgJiAIVB6wuQbiQxvWt2HSIQzOuPHRMS7FI4j2Ct0YqL1TZFOdnp5y9S8HHl6Jj6D"
                        + "cK71MDAhSMSghauJwCRDL94Gmo2hTRxQM9uT1aLmF0v79n7vogZEtWAi+W9lOnVWgpuTN7QL3nIH3y34EEnQ5y"
                        + "jmD7l7ANo+anj66l9Agbq5Tu3dio4zR78TwFIKmWJWIgBD/NAHMLnSvZy3Ywkei4Nfeg/5PAVdxW");
        Challenge challenge = new Challenge(group, key, salt, b, BLOCK);
        assertThat(HexFormat.of().formatHex(srp.key(challenge, password)))
                .isEqualTo("87fb49f9620e359528e507c16ca73c4c");
        assertThat(srp.signature(challenge, password, TIME)).isEqualTo("mYRYjUCIhnvtgU6fyxYY89yWOeg/WQMyS5JkCSny3X0=");
    }

    /** 9.8: a salt that loses its leading zero, one that gets a zero, one without, and a scrambler that loses one. */
    @ParameterizedTest
    @CsvSource({
        "7d3c5a9ef0112233445566778899aa, eb95accf4f3594b3ad1da42a57877f1b, 3PDkQTsGKwH4SECz/cbTFtss1pZsNGaKpMKD4yS+fWk=,"
                + "39ed9b395f77d4b5adb024d4855fca825a4a2e5e98a43d136e58ad8c576e5b943f6e066cb29014ab2325c7f8cc"
                + "9a1d383511b868bd3db759d5366d4e11c6737b4d7b2d698203e14ae8d5313fca31210bff83a40d117ab45203bc"
                + "9b1f7c8ce9995e4505427d2f68c88439a51574c424612484bd0201c16e34c5fbb13f38e87a37dc8ba4ac5ea1a1"
                + "83abfe15868f4437e0534616ff1bf53e3170ced8f342fd15e9c8bba5d4d96732e92cdc0a247e51259add1ddb5a"
                + "609623b4656c022e4c680d498844218c749ecaff1a9e0d73adbba9f6ba216d320583b5a40bfba6a52fe7400bb1"
                + "0c9bc12f5357f34edb504c51897fc07af48222a87bfe0d782cabea50d8fb0c274500611f20fca13a0081706611"
                + "55ad23668a7862fe23984743966e1afc66fcb6032f70b8128779dc2679bd7bb62723292eaed330853a59caa5ed"
                + "9668aec8e47209e46cafe44e470435c11fa919756a855b4d722f5464295ce6927ece52b0805aea2cd53e70a3c2"
                + "7798c5ea6fa0e4e824ec672a03bea1361c6ed8629a5763e8",
        "80d3c5a9ef0112233445566778899a, 93cc197ec6d09c31d38bf6d02347d5c5, 9FqaWZGbj5Ld/xcMFJPoFknFnNPhyloiiysTg28b7UM=,"
                + "65c8059998ee664631e1fe0a3bff8476fa065f656b568c0321f3cb8dd7ebae62a1cac7573a936bd59931d0d9fe"
                + "0cbff65209e390f240c6b14313cc040c2803926c385acf6f8f4f9bc3fa7ba852425114d4df272fbc0fd5dcfc73"
                + "14d4c9cf0ffa486933a01111aa3b7ae164df2c161daec928858e1d1c8fec91f9178434d918a643b67710047e44"
                + "4c4760b36f3715b77cb4af8585d7d0cbb5d7b3d5ff9f407a5e411691205829de404c8351dea53435f0a95cc84e"
                + "ebdf2977e30059ba4d2880bdc6e6dbc555f7567134850168c622e2a88a41b85cf80a39c4f37a15c12cb7825c0f"
                + "8012b21f2e21459206bcda97b6ecfc5e84b8b1827de019b0288f7ef0ea95ebeccb88e541542bc4913c17bd7744"
                + "40c113fc2c7a708255842b8483e6c56015a57dbfdf48a3db98efc998526a324780d01650fd8ea49f9704ef01e1"
                + "98733ef151f222816e442a910abc2f574447f7c1664938a4a3e461c78da502276fcd43de3615b886cf6f26ee69"
                + "818f677a18c384aaf41af04d92f159a9fe61ca9fb45f2448",
        "7fffffffffffffffffffffffffffffff, 252c9741b8dc8d7941cd0b366afbbf2b, JB8cMDOzJaZn+4MjX7FSZMbxUCWc608Pk8cd+vp8Ptk=,"
                + "6e8710a1e0c0ed325013c2dd653e2c609cbba28503f80deee7784e5bc3501f036b0eea0fd13ace345c3f982398"
                + "0e9bab277e28acb15cc249fa40ae730471d8e121ba19875cc41271aaea9d520347147b9aa4694476e2120e1609"
                + "f876cfd3a1564aade056e92189456fc47ce3ca8f1a8c664ad304c78ddbf460ec5020d2f17583a3108da6cc6dd3"
                + "47fa96ef5ea89e6317a5cc3daa3749d665024cf12f5cea37bad12f7b37cc86f6efd091fcc6bc35d50c35c191fc"
                + "5218479bee9080d677215bbd519aa71de55d480f949852c235a4fed023175b623b1619ced42855c45d2c97f989"
                + "e7c373b3628c936c547b65adbb1fb8bab920bcde0cf5cb462e63627e1a3defb9fb91620ce869ab17aac742d932"
                + "3149b3ddbf137cf6f58da96e8eb0d8595412ce3253d641640df16ebf31e397e27caa2ad2e07972c53ab1a36df6"
                + "b6ef09ceb5e9f6dec5583e4b1099f793cc8d8fd19e3592c196c4849f176ebd3e29d3ae4a3a7f16c9ce686d8262"
                + "3798ccedb2d27389a7072acc09de8788dfe6e5acf5cdbe4",
        "a996a4833f1df972d9f7993714467d46, dd4e8edb20294daa410ff14ffaddfb57, ez5/BYI2hsqRK25IHUz29E5fvcY5aLRHMTj1juHQ1eM=,"
                + "db08ab67a7edd7ff4ba82b97d493f0b7495060241733312c51701e1256fd8e02a0ec59eb9e80cabe589c538d79"
                + "40daa1510fa93052a7cbfe53ee204aa4054f71208e925135388901535680b49cc3da631c8de89a3655ebaa2258"
                + "79e32692a90c0f763cff000dc7e571e1f0ffb9ac0fecc6def712353cfe2acd8ebdf4874e0784fe042f89299f64"
                + "c8c20e502d057c467361303b88b9476df82ecd502caf54e64697abe31861db35d2b250b00674106e21d0d96ddc"
                + "943b7744d42ec26524242d9de9a9ebf0ba30a2e6748fdc08bf1d8c5be2c54c313f494b2d7917eb6ef62ec08034"
                + "169323444ea3de2060506d9311a97f7b74e2af4b77a964d2525a7952709bec50c5df086cc2cf9d972414829811"
                + "97ecbb0e544b1b5af234beb8f868d2afca30f78cb448dc3c99b4f8ff64a7e2c97f3926662ec23dcdb1fc9600c0"
                + "8fd324572cc3eeeedb32019ff25c13e258868ec3564a92159769cad2fe93009721926153c4713a197db6d985ae"
                + "e61bdab9096a84be5b36acb458cbb08547431ab508983f83"
    })
    void theVectorsAtTheEdges(String salt, String key, String signature, String b) {
        Challenge challenge =
                new Challenge("EXAMPLE12", "alice", new BigInteger(salt, 16), new BigInteger(b, 16), BLOCK);
        assertThat(HexFormat.of().formatHex(srp.key(challenge, "Password123!"))).isEqualTo(key);
        assertThat(srp.signature(challenge, "Password123!", TIME)).isEqualTo(signature);
    }

    @Test
    void aHalfOfZeroIsRefused() {
        Challenge challenge = new Challenge("EXAMPLE12", "alice", BigInteger.TEN, BigInteger.ZERO, BLOCK);
        assertThatIllegalArgumentException().isThrownBy(() -> srp.key(challenge, "Password123!"));
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(srp).hasToString("Srp[***]");
    }
}
