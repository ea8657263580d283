import { distance } from 'fastest-levenshtein';
import { isArabic, unifyLetters } from '../arabic/letters.ts';
import { DEMONYMS, GENDERS } from './concepts.ts';
import type { PreparedModel } from './prepared-model.ts';
import { stemOf } from './stem.ts';

export interface ValueCandidate {
  readonly table: number;
  readonly column: number;
  /** As the database holds it. */
  readonly value: string;
  readonly score: number;
}

export interface ValueIndex {
  /** Values that a run of words may stand for, best first. */
  find(words: readonly string[], options?: { fuzzy?: boolean; partial?: boolean; mostly?: boolean }): ValueCandidate[];
}

/** Share of a value's letters that must be spoken where the wording does not mark it as a name. */
const MENTIONED_SHARE = 0.5;

/** «مكة المكرمة» is «مكة» with its epithet. */
const EPITHET = /^(\S{3,}) ال\S+[ةه]$/;

const ARTICLE = /^ال\S{3,}$/;

type Place = Omit<ValueCandidate, 'score'>;

export function normaliseValue(value: string): string {
  return unifyLetters(value.toLowerCase())
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}.%+]+/gu, ' ')
    .replace(/(^|\s)\.+|\.+(?=\s|$)/g, '$1')
    .trim();
}

/** Distinct values of text columns, found exactly, by stem, by a part of them, or with a few letters wrong. */
export function createValueIndex(prepared: PreparedModel): ValueIndex {
  const exact = new Map<string, Place[]>();
  const stemmed = new Map<string, Place[]>();
  const shortened = new Map<string, Place[]>();
  const byWord = new Map<string, Place[]>();
  const grams = new Map<string, string[]>();
  const seen = new Set<string>();

  for (const table of prepared.tables)
    for (const { column, index, type } of table.columns) {
      for (const [value, words] of Object.entries(column.valueWords ?? {}))
        for (const word of [...(words.en ?? []), ...(words.ar ?? [])]) addValue(word, { table: table.index, column: index, value });
      if (column.values === null || column.masked || (type !== 'text' && type !== 'boolean' && column.kind !== 'text')) continue;
      for (const value of column.values) addValue(value, { table: table.index, column: index, value });
    }
  return { find };

  function addValue(value: string, place: Place): void {
    const form = normaliseValue(value);
    if (form === '' || form.length > 120) return;
    push(exact, form, place);
    const words = form.split(' ');
    const stems = words.map(stemOf).join(' ');
    if (stems !== form) push(stemmed, stems, place);
    else push(stemmed, form, place);
    const [short] = EPITHET.exec(form)?.slice(1) ?? [];
    if (short !== undefined) push(shortened, short, place);
    if (words.length > 1) for (const word of new Set(words)) if (word.length >= 3) push(byWord, stemOf(word), place);
    if (seen.has(form)) return;
    seen.add(form);
    if (form.length >= 5) for (const gram of gramsOf(form)) push(grams, gram, form);
  }

  function find(words: readonly string[], { fuzzy = false, partial = false, mostly = false } = {}): ValueCandidate[] {
    const form = normaliseValue(words.join(' '));
    if (form === '') return [];
    const found = new Map<string, ValueCandidate>();
    const take = (places: readonly Place[] | undefined, score: number) => {
      for (const place of places ?? []) {
        const key = `${place.table}.${place.column}.${place.value}`;
        if ((found.get(key)?.score ?? 0) < score) found.set(key, { ...place, score });
      }
    };
    take(exact.get(form), 1);
    const stems = form.split(' ').map(stemOf).join(' ');
    // «الإلكترونيات» is «إلكترونيات» with its article.
    if (ARTICLE.test(form)) take(exact.get(form.slice(2)), 0.95);
    // «الرياض» is no «رياضة»: one stem is of many words.
    if (found.size === 0 || !isArabic(form)) take(stemmed.get(stems), 0.93);
    for (const other of DEMONYMS[form] ?? []) take(exact.get(other), 0.88);
    for (const code of GENDERS[stemForm(form)] ?? [])
      take(
        exact.get(code)?.filter((place) => isGender(place)),
        0.9,
      );
    if (found.size === 0) take(onePerColumn(shortened.get(form) ?? []), 0.86);
    if (found.size === 0 && partial) takePart(stems.split(' '), mostly ? form.length : 0, take);
    if (found.size === 0 && fuzzy && form.length >= 5) takeNear(form, take);
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, 12);
  }

  /** All words of the question's run are words of the value, in order. */
  function takePart(stems: readonly string[], spoken: number, take: (places: readonly Place[], score: number) => void): void {
    const [first] = stems;
    if (first === undefined) return;
    const places = (byWord.get(first) ?? []).filter((place) => {
      const whole = normaliseValue(place.value);
      // A common word inside a long title is no mention of the title.
      if (spoken > 0 && spoken < whole.length * MENTIONED_SHARE) return false;
      const own = whole.split(' ').map(stemOf);
      const at = own.indexOf(first);
      return stems.every((stem, offset) => own[at + offset] === stem);
    });
    if (places.length > 0 && places.length <= 6) take(places, 0.62 + 0.05 * Math.min(3, stems.length));
  }

  function takeNear(form: string, take: (places: readonly Place[] | undefined, score: number) => void): void {
    const hits = new Map<string, number>();
    for (const gram of gramsOf(form)) for (const value of grams.get(gram) ?? []) hits.set(value, (hits.get(value) ?? 0) + 1);
    const allowed = form.length >= 9 ? 2 : 1;
    for (const [value, count] of hits) {
      if (Math.abs(value.length - form.length) > allowed || count < (form.length - 2) * 0.4) continue;
      const edits = distance(value, form);
      if (edits <= allowed) take(exact.get(value), 0.85 - 0.08 * edits);
    }
  }

  function isGender(place: Place): boolean {
    const column = prepared.tables[place.table]?.columns[place.column];
    return column?.names.some((name) => name.words.some((word) => word === 'sex' || word === 'gender')) ?? false;
  }
}

/** What begins like another value of its column is not told by how it begins. */
function onePerColumn(places: readonly Place[]): Place[] {
  return places.filter((one) =>
    places.every((other) => other.table !== one.table || other.column !== one.column || other.value === one.value),
  );
}

function stemForm(form: string): string {
  const plain: Record<string, string> = { females: 'female', males: 'male', women: 'woman', men: 'man', girls: 'girl', boys: 'boy' };
  return plain[form] ?? form;
}

function gramsOf(form: string): string[] {
  const out: string[] = [];
  for (let at = 0; at + 3 <= form.length; at++) out.push(form.slice(at, at + 3));
  return out;
}

function push<V>(index: Map<string, V[]>, key: string, value: V): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}
