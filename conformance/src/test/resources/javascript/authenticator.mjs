// A passkey provider in software, behind the interface that browsers have for it (Web Authentication, level 3).
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;
const ES256 = -7;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const buffer = (bytes) => new Uint8Array(bytes).buffer;

globalThis.AuthenticatorAttestationResponse = class {};
globalThis.AuthenticatorAssertionResponse = class {};
globalThis.PublicKeyCredential = class {};

/** Makes this process look like a page of an origin, in a browser whose user has one authenticator. */
export function openPage(origin) {
  const authenticator = new Authenticator(origin);
  globalThis.window = { isSecureContext: true, document: {}, PublicKeyCredential };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { credentials: authenticator, userAgent: 'Test' } });
  return authenticator;
}

/** Is a process of Node.js again. */
export function closePage() {
  delete globalThis.window;
  delete globalThis.navigator;
}

class Authenticator {
  #origin;
  #keys = new Map();

  constructor(origin) {
    this.#origin = origin;
  }

  /** The page moves, and takes the keys along: what a browser would prevent. */
  moveTo(origin) {
    this.#origin = origin;
  }

  /** navigator.credentials.create */
  async create({ publicKey: options }) {
    if (options.excludeCredentials.some(({ id }) => this.#keys.has(base64url(id)))) {
      throw new DOMException('The authenticator has a key for this user', 'InvalidStateError');
    }
    if (!options.pubKeyCredParams.some(({ alg }) => alg === ES256)) {
      throw new DOMException('No common algorithm', 'NotSupportedError');
    }
    const id = randomBytes(32);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = { privateKey, rp: options.rp.id, user: buffer(options.user.id), counter: 0 };
    this.#keys.set(base64url(id), key);
    const data = Buffer.concat([
      authenticatorData(key, WITH_CREDENTIAL), Buffer.alloc(16), Buffer.from([0, id.length]), id, cose(publicKey),
    ]);
    const response = Object.assign(new AuthenticatorAttestationResponse(), {
      clientDataJSON: this.#clientData('webauthn.create', options.challenge),
      attestationObject: buffer(attestation(data)),
      getTransports: () => ['internal'],
      getPublicKeyAlgorithm: () => ES256,
      getAuthenticatorData: () => buffer(data),
      getPublicKey: () => buffer(publicKey.export({ type: 'spki', format: 'der' })),
    });
    return credential(id, response);
  }

  /** navigator.credentials.get */
  async get({ publicKey: options }) {
    const allowed = options.allowCredentials.map(({ id }) => Buffer.from(id)).find((id) => this.#keys.has(base64url(id)));
    if (!allowed) {
      throw new DOMException('The authenticator has no such key', 'NotAllowedError');
    }
    const key = this.#keys.get(base64url(allowed));
    key.counter += 1;
    const data = authenticatorData(key, 0);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge);
    const signature = createSign('SHA256').update(data).update(sha256(Buffer.from(clientDataJSON))).sign(key.privateKey);
    const response = Object.assign(new AuthenticatorAssertionResponse(), {
      clientDataJSON, authenticatorData: buffer(data), signature: buffer(signature), userHandle: key.user,
    });
    return credential(allowed, response);
  }

  #clientData(type, challenge) {
    const text = JSON.stringify({ type, challenge: base64url(challenge), origin: this.#origin, crossOrigin: false });
    return buffer(Buffer.from(text));
  }
}

const credential = (id, response) => Object.assign(new PublicKeyCredential(), {
  id: base64url(id),
  rawId: buffer(id),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response,
  getClientExtensionResults: () => ({}),
});

function authenticatorData({ rp, counter }, flags) {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rp), Buffer.from([USER_PRESENT | USER_VERIFIED | flags]), count]);
}

/** CBOR: { "fmt": "none", "attStmt": {}, "authData": … }, of less than 256 bytes. */
const attestation = (data) => Buffer.concat([
  Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'),
  Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0]),
  Buffer.from([0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data,
]);

/** COSE: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }. */
function cose(publicKey) {
  const { x, y } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y, 'base64url'),
  ]);
}
