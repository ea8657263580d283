import { i18n } from '../i18n/language.ts';

/** What the server says is wrong, in the language of the page; null where its own English words are the best there is. */
export function localWords(reason: unknown, params: unknown): string | null {
  if (typeof reason !== 'string') return null;
  const words: unknown = i18n.getResource(i18n.language, 'reasons', reason);
  return typeof words === 'string' ? filled(words, params) : null;
}

/** The contract does the same to the English words, but would bring its schemas along. `name_ar` is `name` in Arabic. */
function filled(words: string, params: unknown): string {
  const given = new Map(Object.entries(params ?? {}));
  return words.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    String(given.get(`${name}_${i18n.language}`) ?? given.get(name) ?? whole),
  );
}
