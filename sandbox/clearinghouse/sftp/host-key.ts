import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ssh2 from 'ssh2';

/** A key pair on disk: the private half as text, the public half as in `authorized_keys`, and its fingerprint as `ssh-keygen -l` prints it. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** SHA256 fingerprint of a public key line. */
export function fingerprintOf(publicKey: string): string {
  const body = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(body).digest('base64').replace(/=+$/, '')}`;
}

// About one pair in two hundred that ssh2 makes cannot be read back by ssh2 itself.
function readablePair(comment: string): { readonly private: string; readonly public: string } {
  for (;;) {
    const made = ssh2.utils.generateKeyPairSync('ed25519', { comment });
    const halves = [made.private, made.public].map((half) => ssh2.utils.parseKey(half));
    if (!halves.some((half) => half instanceof Error)) return made;
  }
}

/** Reads the key pair of that name in a folder, or makes one and keeps it (`name`, `name.pub`, `name.fingerprint`). */
export function keyPair(folder: string, name: string): KeyPair {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (!existsSync(`${path}.pub`)) {
    const made = readablePair(`mooring-sandbox-${name}`);
    writeFileSync(path, made.private, { mode: 0o600 });
    writeFileSync(`${path}.fingerprint`, `${fingerprintOf(made.public)}\n`);
    writeFileSync(`${path}.pub`, `${made.public}\n`);
  }
  const publicKey = readFileSync(`${path}.pub`, 'utf8').trim();
  return { privateKey: readFileSync(path, 'utf8'), publicKey, fingerprint: fingerprintOf(publicKey) };
}
