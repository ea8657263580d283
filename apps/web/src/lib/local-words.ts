import { type ErrorReason, fillIn } from '@majed-vanna/contract/error-reasons';
import { i18n } from '../i18n/language.ts';

type Params = Readonly<Record<string, string | number>>;

/** What the server says is wrong, in the language of the page; null where its own English words are the best there is. */
export function localWords(reason: unknown, params: unknown): string | null {
  if (typeof reason !== 'string') return null;
  const words: unknown = i18n.getResource(i18n.language, 'reasons', reason satisfies string as ErrorReason);
  // Details of an error hold texts and numbers alone.
  return typeof words === 'string' ? fillIn(words, (params ?? {}) as Params) : null;
}
