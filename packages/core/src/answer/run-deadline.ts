/** The end of a run. A model that is known to be slow may move it, never bring it forward. */
export function createRunDeadline(deadlineMs: number, onLate: () => void) {
  let endMs = performance.now() + deadlineMs;
  let timer = setTimeout(onLate, deadlineMs).unref();
  return { allow, clear };

  /** The run may go on for so long from now. */
  function allow(ms: number): void {
    if (performance.now() + ms <= endMs) return;
    endMs = performance.now() + ms;
    clearTimeout(timer);
    timer = setTimeout(onLate, ms).unref();
  }

  function clear(): void {
    clearTimeout(timer);
    // Nothing may move what is over.
    endMs = Number.POSITIVE_INFINITY;
  }
}
