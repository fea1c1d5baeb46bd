import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const present = 0b0000_0001;
const verified = 0b0000_0100;
const hasCredential = 0b0100_0000;

/** The parts of WebAuthn options that a device reads. */
interface Asked {
  readonly challenge: string;
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();

/** A device that holds one passkey, for tests: WebAuthn level 3, ES256, attestation "none". `checksPerson: false` makes it one that asks for no finger or code. */
export class VirtualAuthenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #credentialId = randomBytes(16);
  readonly #origin: string;
  readonly #checksPerson: boolean;
  #counter = 0;

  constructor(origin: string, { checksPerson = true } = {}) {
    this.#origin = origin;
    this.#checksPerson = checksPerson;
  }

  /** Answers a challenge to register. */
  register({ challenge }: Asked): object {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#credentialId.length);
    const data = Buffer.concat([this.#authenticatorData(hasCredential), Buffer.alloc(16), length, this.#credentialId, this.#publicKey()]);
    // CBOR: { fmt: "none", attStmt: {}, authData: bytes }
    const attestation = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), Buffer.from([0x58, data.length]), data]);
    return this.#answer({
      clientDataJSON: base64url(this.#clientData('webauthn.create', challenge)),
      attestationObject: base64url(attestation),
      transports: ['internal'],
    });
  }

  /** Answers a challenge to sign in. */
  signIn({ challenge }: Asked): object {
    this.#counter += 1;
    const client = this.#clientData('webauthn.get', challenge);
    const data = this.#authenticatorData(0);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey);
    return this.#answer({ clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(signature) });
  }

  #answer(response: object): object {
    const id = base64url(this.#credentialId);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #authenticatorData(more: number): Buffer {
    const rest = Buffer.alloc(5);
    rest[0] = present | (this.#checksPerson ? verified : 0) | more;
    rest.writeUInt32BE(this.#counter, 1);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), rest]);
  }

  /** COSE: key type EC2, algorithm ES256, curve P-256, x, y. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')]);
  }
}
