import { distance } from 'fastest-levenshtein';
import pluralize from 'pluralize';
import { normalise } from '../normalise.ts';
import { SYNONYM_SETS } from './concepts.ts';
import type { PreparedColumn, PreparedModel } from './prepared-model.ts';
import { createSlips } from './slips.ts';
import { rootOf, stemOf } from './stem.ts';

export type ElementRef =
  | { readonly kind: 'table'; readonly table: number }
  | { readonly kind: 'column'; readonly table: number; readonly column: number }
  | { readonly kind: 'metric'; readonly metric: number; readonly table: number };

export interface ElementCandidate {
  readonly ref: ElementRef;
  /** 0 to 1: how well the words name the element. */
  readonly score: number;
  /** The words also named the table the column is in. */
  readonly withTable: boolean;
}

/** From this score on the words are the name as it stands. */
export const OWN_NAME = 0.97;

export interface Lexicon {
  /** Elements that a run of stems may name, best first. */
  elements(stems: readonly string[], words: readonly string[]): ElementCandidate[];
  knows(stem: string): boolean;
  /** The element is itself a number of things: "number of seats". */
  startsWithCount(ref: ElementRef): boolean;
  /** The one stem that a word cut short begins; null when there are several or none. */
  completion(stem: string): string | null;
  /** The stem a misspelt word was meant to be; null when none is near. */
  nearest(stem: string): string | null;
  /** The stem of the one word of the schema that a word is with one slip of the keys; null when there is none, or several. */
  slipped(word: string): string | null;
  /** A word of the language, whatever word of the schema it looks like: "statue" is no misspelt "status". */
  isWord(word: string): boolean;
  /** A column of yes and no. */
  isFlag(ref: ElementRef): boolean;
}

interface Entry {
  readonly ref: ElementRef;
  readonly stems: readonly string[];
  /** Stems that may be added without changing what is named: those of the table. */
  readonly context: ReadonlySet<string>;
  readonly weight: number;
  /** Words that say of what sort the column is: "creation date" of `created`. */
  readonly soft: ReadonlySet<string>;
  /** Holds yes or no: with its table's name it describes rows, "cancelled orders", and is no thing of its own. */
  readonly flag?: boolean;
}

const SYNONYM_WEIGHT = 0.82;
const THESAURUS_WEIGHT = 0.62;
const ROOT_WEIGHT = 0.85;
/** Words too general to name anything on their own. */
const WEAK_ALONE = new Set(
  [
    'number',
    'name',
    'id',
    'date',
    'type',
    'total',
    'detail',
    'information',
    'value',
    'code',
    'of',
    'is',
    'has',
    'in',
    'to',
    'by',
    'from',
  ].map(stemOf),
);
const NAME_STEMS = new Set(['name', 'title'].map(stemOf));
const CONNECTING = new Set(['of', 'the', 'in', 'a', 'an', "'s", 's', 'for', 'to', 'by', 'and', 'is']);

export function createLexicon(prepared: PreparedModel, thesaurus?: (word: string) => readonly string[]): Lexicon {
  const entries = collectEntries(prepared);
  const byStem = new Map<string, Set<number>>();
  for (const [index, entry] of entries.entries()) for (const stem of entry.stems) add(byStem, stem, index);
  const byRoot = new Map<string, Set<number>>();
  for (const [index, entry] of entries.entries())
    for (const stem of entry.stems) if (rootOf(stem).length >= 3) add(byRoot, rootOf(stem), index);
  const { direct, weak } = synonymIndex(entries, prepared, thesaurus);
  const spelled = [...new Set([...byStem.keys(), ...direct.keys()])].filter((stem) => /^[a-z]{4,}$/.test(stem));
  return {
    elements,
    knows: (stem) => byStem.has(stem) || direct.has(stem) || weak.has(stem) || byRoot.has(rootOf(stem)),
    startsWithCount,
    completion,
    nearest,
    slipped: createSlips(prepared),
    isWord: (word) => [word, pluralize.singular(word)].some((form) => (thesaurus?.(form) ?? []).length > 0),
    isFlag: (ref) => ref.kind === 'column' && prepared.tables[ref.table]?.columns[ref.column]?.type === 'boolean',
  };

  function completion(stem: string): string | null {
    const found = [...byStem.keys()].filter((known) => known.startsWith(stem) && known.length >= stem.length + 3);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  function startsWithCount(ref: ElementRef): boolean {
    return entries.some(
      (entry) =>
        keyOf(entry.ref) === keyOf(ref) &&
        (['number', 'count', 'amount', 'total'].map(stemOf).includes(entry.stems[0] ?? '') || entry.stems.at(-1) === 'count'),
    );
  }

  function nearest(stem: string): string | null {
    const allowed = stem.length >= 6 ? 2 : stem.length >= 4 ? 1 : 0;
    let best: { stem: string; edits: number } | null = null;
    for (const known of spelled) {
      if (known[0] !== stem[0] || Math.abs(known.length - stem.length) > allowed) continue;
      const edits = distance(known, stem);
      if (edits <= allowed && edits < known.length / 3 && (best === null || edits < best.edits)) best = { stem: known, edits };
    }
    return best?.stem ?? null;
  }

  function elements(stems: readonly string[], words: readonly string[]): ElementCandidate[] {
    // "e-commerce" is a name of two words.
    if (words.some((word) => HYPHENATED.test(word))) {
      const parts = words.flatMap((word) => word.split('-'));
      return elements(parts.map(stemOf), parts);
    }
    // "taught by" is a name with its last word, "by" alone is not.
    const content = stems.filter(
      (_, index) => !CONNECTING.has(words[index] ?? '') || (words[index] === 'by' && index > 0 && index === stems.length - 1),
    );
    if (content.length === 0) return [];
    const wanted = new Set<number>();
    for (const stem of content)
      for (const form of [stem, ...(direct.get(stem) ?? []), ...(weak.get(stem) ?? [])])
        for (const index of byStem.get(form) ?? []) wanted.add(index);
    for (const stem of content) for (const index of byRoot.get(rootOf(stem)) ?? []) wanted.add(index);
    if (content.length > 1)
      for (const form of [...(direct.get(content.join(' ')) ?? []), ...(weak.get(content.join(' ')) ?? [])])
        for (const index of byStem.get(form) ?? []) wanted.add(index);
    const best = new Map<string, ElementCandidate>();
    for (const index of wanted) {
      const entry = entries[index];
      if (entry === undefined) continue;
      const match = scoreEntry(entry, content);
      if (match.score < 0.3) continue;
      const key = keyOf(entry.ref);
      const before = best.get(key);
      if (before === undefined || before.score < match.score) best.set(key, { ref: entry.ref, ...match });
    }
    if (content.length === 1 && NAME_STEMS.has(content[0] ?? '')) addDisplayColumns(best);
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 24);
  }

  /** Where no column is called a name, the one that rows are known by will do. */
  function addDisplayColumns(best: Map<string, ElementCandidate>): void {
    for (const table of prepared.tables) {
      const column = table.columns[table.display];
      if (column === undefined || column.type !== 'text' || column.key === 'foreign') continue;
      const ref: ElementRef = { kind: 'column', table: table.index, column: table.display };
      if ((best.get(keyOf(ref))?.score ?? 0) < 0.72) best.set(keyOf(ref), { ref, score: 0.72, withTable: false });
    }
  }

  function scoreEntry(entry: Entry, content: readonly string[]): { score: number; withTable: boolean } {
    const joined = content.length > 1 ? content.join(' ') : null;
    if (joined !== null) {
      // A whole phrase stands for the element: "given name" for first_name.
      if (direct.get(joined)?.has(entry.stems.join(' '))) return { score: SYNONYM_WEIGHT * entry.weight, withTable: false };
    }
    const left = new Set(entry.stems);
    const size = left.size;
    let matched = 0;
    let contextual = 0;
    let soft = 0;
    let headMatched = false;
    for (const stem of content) {
      const quality = take(left, stem, entry);
      if (quality > 0) {
        matched += quality;
        if (stem === entry.stems.at(-1)) headMatched = true;
      } else if (
        entry.ref.kind === 'column' &&
        !entry.flag &&
        (entry.context.has(stem) || (stem === content[0] && [...(direct.get(stem) ?? [])].some((form) => entry.context.has(form))))
      )
        contextual++;
      else if (entry.soft.has(stem) && content.length > 1) soft++;
      else return { score: 0, withTable: false };
    }
    if (matched === 0) return { score: 0, withTable: false };
    const missing = [...left].filter((stem) => !entry.context.has(stem) && !GENERIC_EXTRA.has(stem)).length;
    const missingSoft = left.size - missing;
    const quality = matched / (content.length - contextual - soft);
    let score = quality * (1 - 0.38 * (missing / size) - (missing > 0 && !headMatched ? 0.12 : 0) - 0.04 * missingSoft);
    if (missing >= 2) score -= 0.08;
    // A metric is a definition: part of its name is another thing.
    if (missing > 0 && entry.ref.kind === 'metric') score *= 0.8;
    score -= 0.06 * soft;
    // "lease holder" is the table of that name before it is the column `holder` of the table `lease_holders`.
    if (contextual > 0 && content.every((stem) => entry.context.has(stem))) score -= 0.12;
    // A table whose name holds the word among others is a weak sign of a column's full name.
    if (entry.ref.kind === 'table' && missing > 0) score -= 0.06;
    if (content.length === 1 && size > 1 && missing > 0 && WEAK_ALONE.has(content[0] ?? '')) score -= 0.1;
    return { score: Math.max(0, score * entry.weight), withTable: contextual > 0 };
  }

  function take(left: Set<string>, stem: string, entry: Entry): number {
    if (left.delete(stem)) return 1;
    for (const form of direct.get(stem) ?? []) if (consume(left, form)) return SYNONYM_WEIGHT;
    const root = rootOf(stem);
    for (const own of left)
      if (root.length >= 3 && rootOf(own) === root) {
        left.delete(own);
        return ROOT_WEIGHT;
      }
    for (const form of weak.get(stem) ?? []) if (consume(left, form)) return THESAURUS_WEIGHT;
    return entry.stems.includes(stem) ? 0.5 : 0;
  }
}

/** Takes all words of a phrase, if all are there. */
function consume(left: Set<string>, phrase: string): boolean {
  const parts = phrase.split(' ');
  if (!parts.every((part) => left.has(part))) return false;
  for (const part of parts) left.delete(part);
  return true;
}

const NONE: ReadonlySet<string> = new Set();
const SOFT: Readonly<Partial<Record<PreparedColumn['type'], ReadonlySet<string>>>> = {
  date: new Set(['date', 'time', 'day', 'timestamp'].map(stemOf)),
  number: new Set(['number', 'amount', 'value', 'level', 'count'].map(stemOf)),
  text: new Set(['name'].map(stemOf)),
};

const HYPHENATED = /^[a-z]+(-[a-z]+)+$/;

/** Words in a column's name that add nothing. */
const GENERIC_EXTRA = new Set(
  ['name', 'value', 'detail', 'of', 'in', 'the', 'is', 'has', 'id', 'total', 'data', 'list', 'table', 'info', 'inform', 'ref'].map(stemOf),
);

export function keyOf(ref: ElementRef): string {
  return ref.kind === 'table' ? `t${ref.table}` : ref.kind === 'column' ? `c${ref.table}.${ref.column}` : `m${ref.metric}`;
}

function collectEntries(prepared: PreparedModel): Entry[] {
  const entries: Entry[] = [];
  for (const table of prepared.tables) {
    for (const name of table.names)
      entries.push({
        ref: { kind: 'table', table: table.index },
        stems: name.stems,
        context: new Set(),
        weight: name.weight * (table.bridge ? 0.9 : 1),
        soft: NONE,
      });
    const context = new Set(table.names.flatMap((name) => name.stems));
    for (const column of table.columns)
      for (const name of column.names)
        entries.push(
          columnEntry(
            column,
            expandPrefixes(
              name.stems,
              table.names.flatMap((own) => own.stems),
            ),
            context,
            name.weight,
          ),
        );
  }
  for (const [index, metric] of prepared.model.metrics.entries()) {
    const table = prepared.tableIndex(metric.table);
    if (table === undefined) continue;
    // Questions are matched without their small words too.
    const said = (token: { readonly norm: string }) => !CONNECTING.has(token.norm);
    // Arabic names go the way of questions, where words like "average" have one spelling for both languages.
    const arabic = (metric.words.ar ?? []).map((way) =>
      normalise(way)
        .tokens.filter(said)
        .map((token) => token.stem),
    );
    const english = [metric.name, ...(metric.words.en ?? [])].flatMap(withPercent).map((way) =>
      way
        .toLowerCase()
        .split(/[\s_]+/)
        .filter((word) => word !== '' && !CONNECTING.has(word))
        .map(stemOf),
    );
    for (const stems of [...english, ...arabic]) {
      if (stems.length > 0)
        entries.push({ ref: { kind: 'metric', metric: index, table }, stems, context: new Set(), weight: 1, soft: NONE });
    }
  }
  return entries;
}

/** "margin %" is said "margin percent" and "margin percentage". */
function withPercent(way: string): string[] {
  const [, named] = /^(.+?)[\s_]*(?:%|percent|percentage)$/i.exec(way) ?? [];
  return named === undefined ? [way] : [way, `${named} percent`, `${named} percentage`];
}

function columnEntry(column: PreparedColumn, stems: readonly string[], context: ReadonlySet<string>, weight: number): Entry {
  return {
    ref: { kind: 'column', table: column.table, column: column.index },
    stems,
    context,
    weight,
    soft: column.key === null ? (SOFT[column.type] ?? NONE) : NONE,
    flag: column.type === 'boolean',
  };
}

/** `stu` in a column of `student` is the table's own name cut short. */
function expandPrefixes(stems: readonly string[], tableStems: readonly string[]): readonly string[] {
  return stems.map((stem) => (stem.length >= 3 ? (tableStems.find((word) => word !== stem && word.startsWith(stem)) ?? stem) : stem));
}

function synonymIndex(entries: readonly Entry[], prepared: PreparedModel, thesaurus?: (word: string) => readonly string[]) {
  const direct = new Map<string, Set<string>>();
  const weak = new Map<string, Set<string>>();
  const known = new Set(entries.flatMap((entry) => entry.stems));
  const phrases = new Set(entries.map((entry) => entry.stems.join(' ')));
  const phraseStem = (phrase: string) => phrase.split(' ').map(stemOf).join(' ');
  for (const set of SYNONYM_SETS) {
    const stems = set.map(phraseStem);
    for (const stem of stems)
      for (const other of stems)
        if (stem !== other && (phrases.has(other) || other.split(' ').every((part) => known.has(part)))) add(direct, stem, other);
  }
  if (thesaurus) {
    const words = new Set<string>();
    for (const table of prepared.tables) {
      for (const name of table.names) for (const word of name.words) words.add(word);
      for (const column of table.columns) for (const name of column.names) for (const word of name.words) words.add(word);
    }
    for (const word of words) {
      if (word.length < 3) continue;
      const target = stemOf(word);
      for (const synonym of thesaurus(word)) {
        const stem = phraseStem(synonym.toLowerCase());
        if (stem !== target && stem.length > 2 && !known.has(stem)) add(weak, stem, target);
      }
    }
  }
  return { direct, weak };
}

function add<V>(index: Map<string, Set<V>>, key: string, value: V): void {
  const set = index.get(key) ?? new Set<V>();
  set.add(value);
  index.set(key, set);
}
