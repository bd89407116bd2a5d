package dev.cognate.kms;

import dev.cognate.crypto.KeyRing;
import dev.cognate.kms.KmsKeysTable.Stored;
import dev.cognate.store.Store;
import dev.cognate.wire.Handler;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.Shape;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The door to the keys in the store, whose secrets are sealed there. Safe for use by many threads. */
public final class Kms implements DataKeys {
    /** What the targets of requests begin with. */
    public static final String TARGET_PREFIX = "TrentService.";

    /** The service in the scope of signatures. */
    public static final String SIGNING_SERVICE = "kms";

    private static final String PURPOSE = "kms-key";
    private static final String ALIAS = "alias/";
    private static final int KEY_LENGTH = 32;

    private final Store store;
    private final KeyRing keyRing;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Ciphertexts ciphertexts;

    /** Keys in this store. */
    public Kms(Store store, KeyRing keyRing, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.keyRing = keyRing;
        this.random = random;
        this.clock = clock;
        this.ciphertexts = new Ciphertexts(random);
    }

    /**
     * The operations of this room.
     *
     * @param account the AWS account of keys that CreateKey makes
     */
    public List<Handler<?, ?>> operations(String account) {
        return List.of(
                model("CreateKey", "UnsupportedOperationException").by(new CreateKey(this, account)),
                model("DescribeKey", "NotFoundException").by(new DescribeKey(this)),
                model("GenerateDataKey", "NotFoundException").by(new GenerateDataKey(this)),
                model("Encrypt", "NotFoundException").by(new Encrypt(this)),
                model("Decrypt", "NotFoundException", "InvalidCiphertextException", "IncorrectKeyException")
                        .by(new Decrypt(this)));
    }

    private static OperationModel<KmsRequest, Shape> model(String name, String... errors) {
        return new OperationModel<>(name, true, KmsRequest::read, Set.of(errors));
    }

    /** Makes a key with an id of its own. */
    public KmsKey create(String region, String account, String description) {
        String arn = "arn:aws:kms:" + region + ":" + account + ":key/" + randomUuid();
        return createAs(arn, description);
    }

    /**
     * Makes a key with a chosen ARN, where there is none of its id; an existing one stays as it is.
     *
     * @throws IllegalArgumentException it is not the ARN of a KMS key
     */
    public KmsKey createAs(String arn, String description) {
        KmsKey key = new KmsKey(arn, description, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        byte[] sealed = keyRing.seal(randomBytes(KEY_LENGTH), PURPOSE);
        store.write(tx -> KmsKeysTable.insert(tx, key, sealed));
        return require(key.id()).key();
    }

    /** All keys, oldest first. */
    public List<KmsKey> list() {
        return store.read(KmsKeysTable::list);
    }

    @Override
    public DataKey fresh(String keyArn, Map<String, String> encryptionContext) {
        try {
            return dataKey(keyArn, KEY_LENGTH, encryptionContext);
        } catch (ProtocolFault fault) {
            throw new NoDataKey(fault.type() + ": " + fault.getMessage());
        }
    }

    @Override
    public void close() {}

    DataKey dataKey(String keyId, int length, Map<String, String> context) {
        byte[] plain = randomBytes(length);
        Stored stored = require(keyId);
        return new DataKey(stored.key().arn(), plain, encrypt(stored, plain, context));
    }

    byte[] encrypt(Stored stored, byte[] plain, Map<String, String> context) {
        return ciphertexts.encrypt(UUID.fromString(stored.key().id()), secret(stored), plain, context);
    }

    /** What was encrypted, by which key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Decrypted(KmsKey key, byte[] plain) {

        @Override
        public String toString() {
            return "Decrypted[" + key + ", ***]";
        }
    }

    Decrypted decrypt(byte[] blob, Map<String, String> context) {
        Stored stored =
                store.read(tx -> KmsKeysTable.find(tx, Ciphertexts.keyOf(blob).toString()));
        if (stored == null) {
            throw Faults.invalidCiphertext();
        }
        return new Decrypted(stored.key(), Ciphertexts.decrypt(secret(stored), blob, context));
    }

    /**
     * The key of an id or ARN.
     *
     * @throws ProtocolFault NotFoundException: there is none
     */
    Stored require(String keyId) {
        String id = keyId.substring(keyId.lastIndexOf('/') + 1);
        if (keyId.substring(keyId.lastIndexOf(':') + 1).startsWith(ALIAS)) {
            throw Faults.noSuchAlias(keyId);
        }
        Stored stored = store.read(tx -> KmsKeysTable.find(tx, id));
        if (stored == null || !(keyId.equals(id) || keyId.equals(stored.key().arn()))) {
            throw Faults.noSuchKey(keyId);
        }
        return stored;
    }

    private byte[] secret(Stored stored) {
        return keyRing.open(stored.sealed(), PURPOSE);
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Of version 4: the ids of keys tell nothing, not even their time. */
    private UUID randomUuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
