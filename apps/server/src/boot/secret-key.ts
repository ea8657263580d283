import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileDurably } from './durable-file.ts';

const MIN_BYTES = 32;
const WELL_KNOWN =
  /change[-_ ]?(me|this|it)|your[-_ ]?(very[-_ ]?|super[-_ ]?)?(secret|key)|(my|super|top)[-_ ]?secret|secret[-_ ]?key|insecure|in[-_ ]?production|example|placeholder|password|^(secret)+$/i;

/** What is wrong with a secret key, to be read after its name; null when it will do. */
export function secretKeyProblem(key: string): string | null {
  if (WELL_KNOWN.test(key)) return 'is a well-known example; remove it to have one generated, or set a random one';
  if (Buffer.byteLength(key) < MIN_BYTES) return `is too short: at least ${MIN_BYTES} characters are needed`;
  if (new Set(key).size < 8 || repeats(key)) return 'repeats itself; remove it to have one generated, or set a random one';
  return null;
}

/** The configured key, or the one kept in the data folder; the first start generates it (256 bits, readable by its owner only). */
export async function resolveSecretKey(configured: string | null, dataDir: string): Promise<string> {
  if (configured !== null) return configured;
  const file = join(dataDir, 'secret.key');
  const kept = await readIfThere(file);
  if (kept === null) {
    const key = randomBytes(32).toString('base64url');
    // Another process may start at the same moment: whoever comes second takes the key of the first.
    return (await createFileDurably(file, `${key}\n`, 0o600)) ? key : resolveSecretKey(null, dataDir);
  }
  const problem = secretKeyProblem(kept);
  if (problem) throw new Error(`the key in ${file} ${problem}`);
  return kept;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether it consists of copies of a part of itself: such a string is found in its double before its end. */
function repeats(key: string): boolean {
  return (key + key).indexOf(key, 1) < key.length;
}
