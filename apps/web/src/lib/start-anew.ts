/** The page starts anew, so that nothing of whoever used it stays in its memory or in the storage of its tab. */
export function startAnew(path: string): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be blocked; then there is nothing to forget.
  }
  location.assign(path);
}
