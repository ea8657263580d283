const RELOADED_KEY = 'mv-reloaded-at';
const AGAIN_AFTER_MS = 60_000;

/** A file of this build that the server no longer has: a newer version was installed. */
export function isStaleChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|error loading dynamically imported|unable to preload/i.test(error.message)
  );
}

/** Loads the new version, at most once a minute: a file that is truly missing must not make the page reload for ever. */
export function reloadOnce(now = Date.now()): boolean {
  try {
    if (now - Number(sessionStorage.getItem(RELOADED_KEY) ?? 0) < AGAIN_AFTER_MS) return false;
    sessionStorage.setItem(RELOADED_KEY, String(now));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
