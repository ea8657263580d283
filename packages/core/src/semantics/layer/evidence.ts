import type { ColumnProfile, LayerEvidence } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticJoin } from '@majed-vanna/nlq';

/** What a guess about a column rests on. */
export function columnEvidence({ name, kind, comment, currency, format, values }: SemanticColumn): LayerEvidence[] {
  const evidence: LayerEvidence[] = [said('name')];
  if (comment) evidence.push(said('comment'));
  if (currency) evidence.push(said('currency', currency));
  else if (format === 'percent') evidence.push(said('share'));
  const unit = unitOf(name, kind);
  if (unit && !currency && format !== 'percent') evidence.push(said('unit', unit));
  const pattern = patternOf(values);
  if (pattern) evidence.push(said('pattern', pattern));
  return evidence;
}

/** The unit that the name of a number ends with: `weight_kg`, `discountPct`. */
export function unitOf(name: string, kind: SemanticColumn['kind']): string | null {
  if (kind !== 'integer' && kind !== 'decimal') return null;
  const parts = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return parts.length > 1 ? (UNITS.get(parts.at(-1) ?? '') ?? null) : null;
}

/**
 * What a guess about a join rests on: names always; of the values the share that the database counted, or that is known; ranges
 * where nothing else is.
 */
export function joinEvidence(
  join: SemanticJoin,
  profileOf: (column: string) => ColumnProfile | undefined,
  counted: number | null,
): LayerEvidence[] {
  if (join.origin === 'declared') return [said('declared')];
  const from = profileOf(`${join.from.table}.${join.from.columns[0]}`);
  const to = profileOf(`${join.to.table}.${join.to.columns[0]}`);
  const share = counted ?? knownShare(from, to);
  if (share !== null) return [said('name'), { basis: 'values', share, detail: null }];
  return from?.range && to?.range ? [said('name'), said('range')] : [said('name')];
}

function knownShare(from: ColumnProfile | undefined, to: ColumnProfile | undefined): number | null {
  if (!from?.values?.length || !to?.values) return null;
  const held = new Set(to.values);
  return from.values.filter((value) => held.has(value)).length / from.values.length;
}

function patternOf(values: readonly string[] | null): string | null {
  if (!values?.length) return null;
  return PATTERNS.find(([, pattern]) => values.every((value) => pattern.test(value)))?.[0] ?? null;
}

const said = (basis: LayerEvidence['basis'], detail: string | null = null): LayerEvidence => ({ basis, share: null, detail });

const PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['e-mail', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['URL', /^https?:\/\/\S+$/i],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['UUID', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
];
const UNITS = new Map([
  ...['kg', 'g', 'mg', 't', 'km', 'm', 'cm', 'mm', 'l', 'ml', 'ms', 'kwh', 'mwh', 'kw', 'mw', 'mb', 'gb', 'tb', 'kb'].map(
    (unit) => [unit, unit] as const,
  ),
  ...(['m2', 'sqm'] as const).map((unit) => [unit, 'm²'] as const),
  ...(['m3', 'cbm'] as const).map((unit) => [unit, 'm³'] as const),
  ...(['pct', 'percent', 'percentage', 'perc'] as const).map((unit) => [unit, '%'] as const),
  ...(['s', 'sec', 'secs', 'seconds'] as const).map((unit) => [unit, 's'] as const),
  ...(['min', 'mins', 'minutes'] as const).map((unit) => [unit, 'min'] as const),
  ...(['h', 'hr', 'hrs', 'hours'] as const).map((unit) => [unit, 'h'] as const),
  ...(['days', 'weeks', 'months', 'years', 'celsius', 'fahrenheit', 'bytes', 'litres', 'liters', 'lbs', 'miles'] as const).map(
    (unit) => [unit, unit] as const,
  ),
]);
