"""A passkey's registration as a browser hands it over, with attestation "none". Nothing is ever signed with its key."""

import base64
import hashlib
import json
import secrets
import struct

# The base point of P-256, which is the public key of the private key 1.
X = bytes.fromhex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
Y = bytes.fromhex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
PRESENT_VERIFIED_ATTESTED = 0x45


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _cbor(value):
    """As much of RFC 8949 as is needed here."""
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    return _head(5, len(value)) + b"".join(_cbor(key) + _cbor(each) for key, each in value.items())


def _head(kind, number):
    if number < 24:
        return bytes([kind << 5 | number])
    return bytes([kind << 5 | 24, number]) if number < 256 else struct.pack(">BH", kind << 5 | 25, number)


def registration(options, origin):
    """The credential for the options of StartWebAuthnRegistration."""
    identity = secrets.token_bytes(16)
    key = _cbor({1: 2, 3: -7, -1: 1, -2: X, -3: Y})
    data = hashlib.sha256(options["rp"]["id"].encode()).digest() + bytes([PRESENT_VERIFIED_ATTESTED])
    data += struct.pack(">I", 0) + bytes(16) + struct.pack(">H", len(identity)) + identity + key
    client = {"type": "webauthn.create", "challenge": options["challenge"], "origin": origin, "crossOrigin": False}
    return {
        "id": _base64url(identity),
        "rawId": _base64url(identity),
        "type": "public-key",
        "authenticatorAttachment": "platform",
        "clientExtensionResults": {},
        "response": {
            "attestationObject": _base64url(_cbor({"fmt": "none", "attStmt": {}, "authData": data})),
            "clientDataJSON": _base64url(json.dumps(client).encode()),
            "transports": ["internal"],
        },
    }
