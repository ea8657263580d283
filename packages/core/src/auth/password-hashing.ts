import { randomBytes } from 'node:crypto';
import { argon2id, hash, verify } from 'argon2';
import { createSemaphore } from '../resilience/semaphore.ts';

/** OWASP's second choice for Argon2id: 19 MiB, 2 passes, 1 lane. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const OPTIONS = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** More at a time would starve every other request of processor and memory. */
const AT_ONCE = 2;

export interface PasswordHashing {
  hash(password: string): Promise<string>;
  /** Null instead of a hash costs the same work and is never right: nobody learns from the time which names exist. */
  verify(hashed: string | null, password: string): Promise<boolean>;
}

/** Hashing that never takes more than a bounded share of the machine. */
export function createPasswordHashing(): PasswordHashing {
  const places = createSemaphore(AT_ONCE);
  const nobody = unmatchedHash();
  return {
    hash: (password) => places.run(() => hash(password.normalize('NFKC'), OPTIONS)),
    verify: (hashed, password) =>
      places.run(async () => {
        const right = await verify(hashed ?? nobody, password.normalize('NFKC'));
        return right && hashed !== null;
      }),
  };
}

/** In the form of a hash of our own, of no known password. */
function unmatchedHash(): string {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${OPTIONS.memoryCost},p=${OPTIONS.parallelism},t=${OPTIONS.timeCost}$${base64(16)}$${base64(32)}`;
}
