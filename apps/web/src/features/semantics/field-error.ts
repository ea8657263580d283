import { shownError } from '../../lib/api-error.ts';

/** What the server says about one part of a statement, e.g. `expression`: such a message begins with the part's path. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!error) return undefined;
  const { code, message } = shownError(error);
  if (code !== 'invalid_input' || !message?.startsWith(field)) return undefined;
  return /^(?:\[\d+\])?: (.+)$/s.exec(message.slice(field.length))?.[1];
}
