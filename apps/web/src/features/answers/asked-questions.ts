const STORAGE_KEY = 'mv-asked';
const MAX_KEPT = 50;

/** Questions of this tab, the newest first, for the arrow-up key. */
export function askedQuestions(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((question) => typeof question === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberQuestion(question: string): void {
  const kept = [question, ...askedQuestions().filter((other) => other !== question)].slice(0, MAX_KEPT);
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
  } catch {
    // Storage may be blocked; the arrow then finds nothing.
  }
}
