package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.answer;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;

/**
 * A device that its client can prove: it has the password that it chose when it was confirmed.
 *
 * @param pool the pool
 * @param key what the sign-in handed out
 * @param group its group
 */
record DeviceInHand(TestPool pool, String key, String group) {
    private static final String PASSWORD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJw==";

    /** The device that a sign-in offered, confirmed. */
    static DeviceInHand confirmed(TestPool pool, Reply signedIn) {
        DeviceInHand device =
                new DeviceInHand(pool, signedIn.member("DeviceKey"), signedIn.member("DeviceGroupKey"));
        Reply reply = pool.callAs(signedIn.member("AccessToken"), "ConfirmDevice", """
            "DeviceKey":"%s","DeviceSecretVerifierConfig":%s\
            """.formatted(device.key, SrpClient.secret(device.group, device.key, PASSWORD)));
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
        return device;
    }

    /** The client's half of its proof. */
    SrpClient client() {
        return new SrpClient(group, PASSWORD);
    }

    /** Answers DEVICE_SRP_AUTH; an empty session is none. */
    Reply begin(SrpClient client, String session, String username) {
        return answer(
                pool,
                "DEVICE_SRP_AUTH",
                session,
                "USERNAME",
                username,
                "DEVICE_KEY",
                key,
                "SRP_A",
                client.publicNumber());
    }

    /** Answers DEVICE_PASSWORD_VERIFIER; an empty session is none. */
    Reply prove(SrpClient client, Reply challenge, String session, String username) {
        String timestamp = SrpClient.timestamp(pool.server().clock().instant());
        return answer(
                pool,
                "DEVICE_PASSWORD_VERIFIER",
                session,
                "USERNAME",
                username,
                "DEVICE_KEY",
                key,
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(challenge, key, timestamp),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /** Both, from the challenge DEVICE_SRP_AUTH on. */
    Reply prove(Reply asked, String username) {
        SrpClient client = client();
        Reply challenge = begin(client, asked.member("Session"), username);
        return prove(client, challenge, challenge.member("Session"), username);
    }
}
