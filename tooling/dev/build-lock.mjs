/** SQLite's lock on a file: the system frees it when its process ends, however that ends. */
const BUSY = 5;
const PATIENCE_MS = 30 * 60_000;

/**
 * Runs `work` while no other process does so with the same file, and waits for its turn. Where the file system knows no locks,
 * or the file cannot be opened, nothing is waited for.
 * @template T
 * @param {string} file made when it is absent
 * @param {() => T} work synchronous
 * @param {() => void} onWait told once, before it waits
 * @returns {T}
 */
export function oneAtATime(file, work, onWait = () => undefined) {
  const lock = openLock(file);
  if (!lock) return work();
  try {
    if (!take(lock, 0)) {
      onWait();
      if (!take(lock, PATIENCE_MS)) throw new Error(`another process has held ${file} for half an hour`);
    }
    return work();
  } finally {
    lock.close();
  }
}

/** Null where it cannot be, as in a folder that is only read. */
function openLock(file) {
  // Only here: what reads this file may still run on a Node without it.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  try {
    return new DatabaseSync(file);
  } catch {
    return null;
  }
}

/** False when another process has it after so many ms; true too where the file cannot be locked. */
function take(lock, ms) {
  try {
    lock.exec(`PRAGMA busy_timeout = ${ms}; BEGIN EXCLUSIVE`);
    return true;
  } catch (error) {
    return error.errcode !== BUSY;
  }
}
