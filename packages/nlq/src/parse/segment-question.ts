import { isArabic } from '../arabic/letters.ts';
import { type ElementCandidate, type Lexicon, OWN_NAME } from '../lexicon/lexicon.ts';
import { stemOf } from '../lexicon/stem.ts';
import type { ValueCandidate, ValueIndex } from '../lexicon/value-index.ts';
import type { Keyword } from './keyword.ts';
import { KEYWORDS, LONGEST_KEYWORD } from './keywords.ts';
import { grainOfWord } from './metric-time.ts';
import type { Mention, PeriodMention, Segment } from './segment.ts';
import type { Token } from './token.ts';

export interface SegmentOptions {
  readonly lexicon: Lexicon;
  readonly values: ValueIndex;
  readonly periods: readonly { readonly start: number; readonly end: number; readonly period: PeriodMention }[];
}

type Draft = { readonly weight: number; readonly length: number } & (
  | { readonly kind: 'keyword'; readonly keyword: Keyword }
  | {
      readonly kind: 'element' | 'value' | 'quoted';
      readonly elements: readonly ElementCandidate[];
      readonly values: readonly ValueCandidate[];
    }
  | { readonly kind: 'number' | 'word' }
  | { readonly kind: 'period'; readonly period: PeriodMention }
);

const LONGEST_ELEMENT = 5;
const LONGEST_VALUE = 10;
/** Keywords that also are everyday names of columns; an exact column in the right place wins over them. */
const STRONG = new Set<Keyword['key']>([
  'superlative',
  'aggregate',
  'compare',
  'compareAfter',
  'comparative',
  'count',
  'orderBy',
  'each',
  'distinct',
  'measure',
  'everything',
  'named',
  'not',
  'without',
  'match',
  'series',
  'overTime',
  'growth',
  'running',
]);
const LIGHT = new Set<Keyword['key']>([
  'the',
  'be',
  'do',
  'have',
  'of',
  'in',
  'to',
  'for',
  'from',
  'with',
  'that',
  'by',
  'all',
  'and',
  'or',
  'mark',
]);

/** Cuts a question into the best cover of keywords, schema elements, values and numbers. */
export function segmentQuestion(tokens: readonly Token[], options: SegmentOptions): Segment[] {
  const size = tokens.length;
  // best[i]: the best cover of the first i tokens.
  const best: { score: number; from: number; draft: Draft | null }[] = Array.from({ length: size + 1 }, () => ({
    score: Number.NEGATIVE_INFINITY,
    from: 0,
    draft: null,
  }));
  best[0] = { score: 0, from: 0, draft: null };
  for (let at = 0; at < size; at++) {
    const here = best[at];
    if (here === undefined || here.score === Number.NEGATIVE_INFINITY) continue;
    for (const draft of draftsAt(tokens, at, options)) {
      const target = best[at + draft.length];
      const score = here.score + draft.weight;
      if (target !== undefined && score > target.score) best[at + draft.length] = { score, from: at, draft };
    }
  }
  const segments: Segment[] = [];
  for (let at = size; at > 0; ) {
    const cell = best[at];
    if (cell?.draft == null) break;
    segments.unshift(finish(cell.draft, cell.from, tokens));
    at = cell.from;
  }
  return segments;
}

function draftsAt(tokens: readonly Token[], at: number, options: SegmentOptions): Draft[] {
  const first = tokens[at];
  if (first === undefined) return [];
  const drafts: Draft[] = [];
  for (const { start, end, period } of options.periods)
    if (start === at) drafts.push({ kind: 'period', period, length: end - start, weight: 1.6 * (end - start) });
  if (first.kind === 'quoted') {
    drafts.push({
      kind: 'quoted',
      length: 1,
      weight: 2,
      elements: options.lexicon.elements(
        first.norm.split(' ').map((word) => word),
        first.norm.split(' '),
      ),
      values: options.values.find([first.norm], { fuzzy: true, partial: true }),
    });
    return drafts;
  }
  if (first.kind === 'number') drafts.push({ kind: 'number', length: 1, weight: 1 });
  addKeywords(tokens, at, options.lexicon, drafts);
  addElements(tokens, at, options, drafts);
  addValues(tokens, at, options, drafts);
  drafts.push({ kind: 'word', length: 1, weight: first.kind === 'mark' ? 0 : -0.5 });
  return drafts;
}

function addKeywords(tokens: readonly Token[], at: number, lexicon: Lexicon, drafts: Draft[]): void {
  let phrase = '';
  for (let length = 1; length <= LONGEST_KEYWORD && at + length <= tokens.length; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.kind === 'quoted' || (token.kind === 'mark' && length > 1)) break;
    phrase = length === 1 ? token.norm : `${phrase} ${token.norm}`;
    const keyword = KEYWORDS.get(phrase);
    if (keyword === undefined) continue;
    // "sales per order by channel": an order, and not in which order.
    if (keyword.key === 'orderBy' && length > 1 && EACH.test(tokens[at - 1]?.norm ?? '')) continue;
    // "each record" means nothing in particular, unless there is a table of records.
    if (keyword.key === 'the' && ownsTable(token, lexicon)) continue;
    // "total amount of" speaks of the amount, where there is one.
    if (/ ?amount of$/.test(phrase) && (lexicon.elements([stemOf('amount')], ['amount'])[0]?.score ?? 0) > 0.8) continue;
    const each = keyword.key === 'grain' ? 1.35 : LIGHT.has(keyword.key) ? 0.55 : STRONG.has(keyword.key) ? 1.22 : 0.8;
    let weight = 0.08 * (length - 1);
    for (const word of phrase.split(' ')) weight += LIGHT.has(KEYWORDS.get(word)?.key ?? 'open') ? 0.55 : each;
    // "percentage of nations" is a part of them, even where a column is called percentage.
    if (keyword.key === 'share' && /(percent|percentage|proportion|fraction) of$/.test(phrase) && namesTable(tokens[at + length], lexicon))
      weight += 0.5;
    drafts.push({ kind: 'keyword', keyword, length, weight });
  }
}

const EACH = /^(per|each|every|an|لكل)$/;

/** Words for any data at all, which may be the name of one table. */
const ANY_DATA = /^(records?|datasets?|data|tables?|rows?|entry|entries|values?)$/;

const ownsTable = (token: Token, lexicon: Lexicon) => ANY_DATA.test(token.norm) && namesTable(token, lexicon);

function namesTable(token: Token | undefined, lexicon: Lexicon): boolean {
  const top = token === undefined ? undefined : lexicon.elements([token.stem], [token.norm])[0];
  return top?.ref.kind === 'table' && top.score >= OWN_NAME;
}

function addElements(tokens: readonly Token[], at: number, { lexicon, values }: SegmentOptions, drafts: Draft[]): void {
  // "most populous town": the adjective belongs to "most", even where a column has its stem.
  if (KEYWORDS.get(`most ${tokens[at]?.norm}`)?.key === 'superlative' && /^(most|least)$/.test(tokens[at - 1]?.norm ?? '')) return;
  for (let length = 1; length <= LONGEST_ELEMENT && at + length <= tokens.length; length++) {
    const run = tokens.slice(at, at + length);
    const last = run.at(-1);
    if (last === undefined || last.kind === 'quoted' || (last.kind === 'mark' && last.norm !== '(')) break;
    if (run.some((token) => token.kind === 'mark')) break;
    if (length > 1 && (last.norm === 'and' || last.norm === 'or')) break;
    const opener = length > 1 && OPENERS.has(run[0]?.norm ?? '');
    if (length > 1 && ((isConnector(last) && last.norm !== 'by') || (isConnector(run[0]) && !opener))) continue;
    if (length === 1 && isConnector(last) && !ownsTable(last, lexicon)) continue;
    const content = length === 1 ? 1 : run.filter((token) => !isConnector(token)).length + (opener ? 1 : 0);
    // "name of the tenant" is said with connectors; two names side by side are better.
    const candidates = lexicon.elements(
      run.map((token) => token.stem),
      run.map((token) => token.norm),
    );
    const [top] = candidates;
    if (top === undefined) continue;
    // "corporate customers", where "corporate" is a value of theirs, is no other kind of customer.
    if (top.score < OWN_NAME && lexicon.isFlag(top.ref) && holdsValue(run, top.ref.table, values)) continue;
    if (opener && top.score < OWN_NAME) continue;
    if (top.withTable && length === 2 && isBestMoment(tokens, at, lexicon)) continue;
    if (top.score < OWN_NAME && addsValue(run, top.score, { lexicon, values })) continue;
    const bridged = length - content;
    if (top.withTable && last.norm === 'by') continue;
    if (length > 1 && TELLS.test(last.norm) && tellsOf(run, top, tokens.slice(at + length), lexicon)) continue;
    // "targets by month" tells them apart, even where they are called monthly targets.
    if ((top.ref.kind === 'table' || run[0]?.norm.endsWith('s')) && run.slice(1, -1).some(({ norm }) => norm === 'by')) continue;
    if (bridged > 0 && /^(number|count|amount)$/.test(run[0]?.norm ?? '') && run[1]?.norm === 'of' && !lexicon.startsWithCount(top.ref))
      continue;
    if (
      bridged > 0 &&
      (top.score < OWN_NAME ||
        top.withTable ||
        // "share of returns" may be what a figure is called, whatever returns are.
        (top.ref.kind !== 'metric' && run.some((token) => lexicon.elements([token.stem], [token.norm])[0]?.ref.kind === 'table')))
    )
      continue;
    drafts.push({
      kind: 'element',
      length,
      elements: candidates.filter((candidate) => candidate.score >= top.score * 0.55 && !isOverridden(candidate, top)),
      values: [],
      weight:
        top.score * (1.15 * content + 0.35 * (content - 1)) +
        0.55 * bridged -
        (top.score < 0.6 ? 0.25 : 0) +
        (bridged > 0 && top.ref.kind === 'metric' ? DEFINED : 0),
    });
  }
}

/** "categories" are the table of that name, and not what another table's column is called from afar. */
function isOverridden({ ref, score }: ElementCandidate, top: ElementCandidate): boolean {
  return top.ref.kind === 'table' && top.score >= OWN_NAME && ref.kind === 'column' && ref.table !== top.ref.table && score < AFAR;
}

const AFAR = 0.8;
/** "the best sales month" is a month of sales, and no month that sales targets have. */
function isBestMoment(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const [figure, moment] = tokens.slice(at, at + 2);
  const rank = tokens[at - 1]?.kind === 'number' ? tokens[at - 2] : tokens[at - 1];
  if (figure === undefined || !RANKS.has(KEYWORDS.get(rank?.norm ?? '')?.key) || grainOfWord(moment?.norm ?? '') === null) return false;
  const [top] = lexicon.elements([figure.stem], [figure.norm]);
  return top?.ref.kind === 'metric' && top.score >= OWN_NAME;
}

const RANKS: ReadonlySet<Keyword['key'] | undefined> = new Set(['top', 'superlative']);
const TELLS = /(ed|bought|sold|sells?|buys?)$/;

/** "products priced above 500", "customers ordered online", "customers bought most": what they are, and then what they did. */
function tellsOf(run: readonly Token[], top: ElementCandidate, [next, after]: readonly Token[], lexicon: Lexicon): boolean {
  const following = KEYWORDS.get(next?.norm === 'the' ? `the ${after?.norm}` : (next?.norm ?? ''))?.key;
  if (top.withTable && (following === 'compare' || following === 'between')) return true;
  return (
    namesTable(run[0], lexicon) &&
    (following === 'superlative' || following === 'top' || (top.score < OWN_NAME && namesTable(run.at(-1), lexicon)))
  );
}

/** A word of the run is, as it stands, a value of the table's own. */
function holdsValue(run: readonly Token[], table: number, values: ValueIndex): boolean {
  return run.some(({ norm }) => values.find([norm]).some((value) => value.table === table && value.score === 1));
}

/** "cash sales", where "cash" is a value and "sales" a name, is no other name of them. */
function addsValue(run: readonly Token[], score: number, { lexicon, values }: Pick<SegmentOptions, 'lexicon' | 'values'>): boolean {
  return (
    run.length > 1 &&
    run.some((token) => {
      const rest = run.filter((other) => other !== token);
      const named = lexicon.elements(
        rest.map(({ stem }) => stem),
        rest.map(({ norm }) => norm),
      )[0];
      return named !== undefined && named.score > score && values.find([token.norm])[0]?.score === 1;
    })
  );
}

/** A definition that is said whole is meant, rather than its words one by one. */
const DEFINED = 0.3;

function addValues(tokens: readonly Token[], at: number, { values, lexicon }: SegmentOptions, drafts: Draft[]): void {
  for (let length = 1; length <= LONGEST_VALUE && at + length <= tokens.length; length++) {
    const run = tokens.slice(at, at + length);
    const last = run.at(-1);
    if (last === undefined || last.kind === 'quoted' || (length === 1 && last.kind === 'mark')) break;
    if (last.kind === 'mark' && !['.', ',', '(', ')', '&', ':'].includes(last.norm)) break;
    if (last.kind === 'mark') continue;
    if (run.every((token) => isConnector(token) || (KEYWORDS.has(token.norm) && !token.capital))) continue;
    const words = run.map((token) => token.norm);
    const lone = length === 1 ? last : null;
    if (lone !== null && lone.kind === 'number') {
      continue;
    }
    const named = run.some((token) => token.capital && at > 0);
    const known = lone !== null && lexicon.elements([lone.stem], [lone.norm])[0];
    const found = values.find(words, {
      fuzzy: (!known && lone !== null && lone.norm.length >= 5 && !KEYWORDS.has(lone.norm)) || (length > 1 && length <= 5 && named),
      partial: (named || !known) && !(lone !== null && KEYWORDS.has(lone.norm)),
      mostly: !named,
    });
    const [top] = found;
    if (top === undefined) continue;
    if (lone !== null && lone.norm.length === 1 && !lone.capital) continue;
    const content = run.filter((token) => !isConnector(token) && token.kind !== 'mark').length;
    const elements = known
      ? lexicon.elements(
          run.map((token) => token.stem),
          words,
        )
      : [];
    // "cancelled" is a status before it is a yes in `is_cancelled`.
    const flag = elements[0] !== undefined && lexicon.isFlag(elements[0].ref);
    const elementScore = flag ? 0 : (elements[0]?.score ?? 0);
    drafts.push({
      kind: 'value',
      length,
      values: found,
      elements,
      weight:
        top.score * (1.1 * content + 0.45 * (content - 1)) +
        0.5 * (length - content) +
        (named ? 0.15 : 0) -
        (elementScore > 0.8 && !named && top.score - elementScore < FAR ? 0.3 : 0) +
        (flag ? 0.1 : 0),
    });
  }
}

/** A value said as it stands is not what an element is called from afar. */
const FAR = 0.12;

/** Words that ask, and never name a column. */
const OPENERS = new Set([
  'show',
  'list',
  'give',
  'find',
  'return',
  'tell',
  'display',
  'get',
  'provide',
  'please',
  'plot',
  'draw',
  'select',
  'identify',
  'fetch',
  'retrieve',
  'visualize',
]);

function isConnector(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const keyword = KEYWORDS.get(token.norm);
  return keyword !== undefined && (LIGHT.has(keyword.key) || keyword.key === 'what' || (keyword.key === 'open' && OPENERS.has(token.norm)));
}

function finish(draft: Draft, start: number, tokens: readonly Token[]): Segment {
  const end = start + draft.length;
  const text = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');
  const span = { start, end, text };
  switch (draft.kind) {
    case 'keyword':
      return { kind: 'keyword', keyword: draft.keyword, ...span, ...inEnglish(tokens.slice(start, end), text) };
    case 'element':
    case 'value':
    case 'quoted': {
      const mention: Mention = { id: start, ...span, elements: draft.elements, values: draft.values };
      return { kind: draft.kind, mention, ...span, text: inEnglish(tokens.slice(start, end), text)?.text ?? text };
    }
    case 'number':
      return { kind: 'number', value: tokens[start]?.value ?? 0, ordinal: false, ...span };
    case 'period':
      return { kind: 'period', period: draft.period, ...span };
    case 'word':
      return { kind: 'word', known: false, norm: tokens[start]?.norm ?? '', ...span };
  }
}

function inEnglish(tokens: readonly Token[], typed: string): { readonly text: string; readonly typed: string } | null {
  if (!tokens.some((token) => isArabic(token.text) && !isArabic(token.norm))) return null;
  return { text: tokens.map(({ norm }) => norm).join(' '), typed };
}
