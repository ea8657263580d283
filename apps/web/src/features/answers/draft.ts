/** What was being written, kept per conversation until it is sent: a reload or a new sign-in loses no word. */
export function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(`mv-draft:${key}`) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(`mv-draft:${key}`, text);
    else sessionStorage.removeItem(`mv-draft:${key}`);
  } catch {
    // Storage may be blocked; the draft then lives as long as the page.
  }
}
