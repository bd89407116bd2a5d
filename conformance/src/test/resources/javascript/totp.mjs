// An authenticator app. A code works once: the second one of an app is that of the next half minute, which is taken already.
import { createHmac } from 'node:crypto';

const STEP_MILLIS = 30_000;

/** The app for a secret; each call gives a code that it has not given before. */
export function authenticator(secret) {
  const seed = base32(secret);
  let last = -1;
  return () => {
    last = Math.max(last + 1, Math.floor(Date.now() / STEP_MILLIS));
    return code(seed, last);
  };
}

/** RFC 6238: HMAC-SHA1, six digits. */
function code(seed, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', seed).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** RFC 4648, without padding. */
function base32(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}
