import { shownError } from './api-error.ts';

/** What the server says about one field of a form, by its path in the input, e.g. `expression` or `to.columns`. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!error) return undefined;
  return shownError(error).fields.find(({ path }) => path === field || path.startsWith(`${field}[`))?.message;
}
