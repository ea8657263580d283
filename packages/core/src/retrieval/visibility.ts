import type { DataPolicy } from '@majed-vanna/contract';
import type { SemanticDimension, SemanticModel, SemanticTable } from '@majed-vanna/nlq';
import { checkStatement } from '@majed-vanna/sql';
import type { VisibleModel } from '../agent/visible-model.ts';
import type { VerifiedPair } from '../semantics/knowledge.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { keyOf, spoken } from './search-items.ts';
import { termsOf } from './search-terms.ts';

/** Longest name that is looked for inside texts, in words. */
const LONGEST_NAME = 5;

/** Tells texts that speak of something hidden: by a name or synonym of it that nothing visible has. */
export function hiddenWords(model: SemanticModel, visible: VisibleModel): (text: string) => boolean {
  const shown = new Set(visible.tables.flatMap(phrasesOf));
  const hidden = new Set(model.tables.flatMap(phrasesOf).filter((phrase) => !shown.has(phrase)));
  if (hidden.size === 0) return () => false;
  return (text) => {
    const terms = termsOf(text);
    return terms.some((_, at) =>
      Array.from({ length: LONGEST_NAME }, (_none, more) => terms.slice(at, at + more + 1).join(' ')).some((phrase) => hidden.has(phrase)),
    );
  };
}

function phrasesOf(table: SemanticTable): string[] {
  const names = [...[table.name, ...spoken(table.words)], ...table.columns.flatMap(({ name, words }) => [name, ...spoken(words)])];
  return names.map((name) => termsOf(name).join(' ')).filter((phrase) => phrase !== '');
}

/** Dimensions that are made of columns somebody may read. */
export function visibleDimensions({ dimensions = [] }: SemanticModel, { tables }: VisibleModel): readonly SemanticDimension[] {
  const readable = new Map(tables.map((table) => [keyOf(table), table.columns.filter(({ masked }) => !masked).map(({ name }) => name)]));
  return dimensions
    .filter(({ table, expression }) =>
      [...expression.matchAll(/\{([^}]+)\}/g)].every(([, column = '']) => readable.get(table)?.includes(column)),
    )
    .filter(({ table }) => readable.has(table));
}

/** Whether a confirmed statement reads nothing but what is visible; it is resolved, never run. */
export async function readsOnlyVisible(
  { sql }: Pick<VerifiedPair, 'sql'>,
  semantics: Pick<SourceSemantics, 'snapshot'>,
  visible: VisibleModel,
): Promise<boolean> {
  let resolved = false;
  const policy = policyOf(visible, semantics.snapshot.defaultSchema);
  await checkStatement({ sql, dialect: visible.dialect, policy, maxRows: 1 }, async () => {
    // Asked only when every table and column was found among those of the policy.
    resolved = true;
    throw new Error('not to be run');
  });
  return resolved;
}

function policyOf({ tables }: VisibleModel, defaultSchema: string): DataPolicy {
  const readable = tables.map((table): [string, DataPolicy['tables'][string]] => {
    const names = (masked: boolean) => table.columns.filter((column) => column.masked === masked).map(({ name }) => name);
    return [keyOf(table), { columns: names(false), masked: names(true), hidden: [], rowFilter: null }];
  });
  return { defaultSchema, tables: Object.fromEntries(readable) };
}

/** The same for everybody who may see the same; null for whoever sees everything. */
export function signatureOf(model: SemanticModel, visible: VisibleModel | undefined): string | null {
  if (visible === undefined) return null;
  const seen = describe(visible.tables);
  return seen === describe(model.tables) && visible.metrics.length === model.metrics.length ? null : seen;
}

function describe(tables: readonly SemanticTable[]): string {
  return tables
    .map((table) => `${keyOf(table)}(${table.columns.map(({ name, masked }) => (masked ? `${name}*` : name)).join()})`)
    .join(';');
}
