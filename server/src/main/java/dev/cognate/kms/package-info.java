/**
 * A small key management service: keys that never leave the store in the clear, and what is encrypted with them.
 *
 * <p>It is there for the functions that send a pool's messages (CustomEmailSender, CustomSMSSender): they get the code
 * encrypted under the pool's {@code KMSKeyID} and decrypt it with the AWS Encryption SDK, which asks KMS. With this room
 * they find a KMS on the same port as the user pools and need not be changed.
 *
 * <p>The nouns. {@link dev.cognate.kms.Kms} is the door: it makes and finds {@link dev.cognate.kms.KmsKey keys} and
 * returns the operations, those of KMS that such functions and their tests use ({@code CreateKey}, {@code DescribeKey},
 * {@code GenerateDataKey}, {@code Encrypt}, {@code Decrypt}), with KMS's own names of members and faults. A
 * {@link dev.cognate.kms.DataKey} comes from {@link dev.cognate.kms.DataKeys}: this room, or a real KMS.
 * {@link dev.cognate.kms.EncryptedMessages} writes messages in the format of the AWS Encryption SDK with it.
 *
 * <p>The path of one request, a Decrypt: the listener sends what is addressed to {@code TrentService} here; the
 * ciphertext names its key, which is read from the store and unsealed; the encryption context must be the one that the
 * ciphertext was made with, since it is authenticated with it.
 *
 * <p>Keys are symmetric (AES-256) and enabled for ever: no rotation, no aliases, no policies, no deletion. Reference:
 * lifecycle I8.
 */
@NullMarked
package dev.cognate.kms;

import org.jspecify.annotations.NullMarked;
