import type { Actor, DataPolicy, DataSourceId, DataToLlm } from '@majed-vanna/contract';
import type { SemanticMetric, SemanticTable, ValueMention } from '@majed-vanna/nlq';
import type { SemanticSearch } from '../retrieval/semantic-search.ts';
import type { DocumentPassage, VerifiedPair } from '../semantics/knowledge.ts';
import { namesValues } from '../semantics/names-values.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { seesValues } from './sees-values.ts';
import { keyOf, type VisibleModel } from './visible-model.ts';

export type AgentSearch = Pick<SemanticSearch, 'search'>;

/** What of the semantic layer has to do with a text, best first, and only what the actor may know of. */
export interface Relevant {
  readonly tables: readonly SemanticTable[];
  readonly metrics: readonly SemanticMetric[];
  readonly terms: readonly { readonly name: string; readonly text: string }[];
  readonly passages: readonly DocumentPassage[];
  readonly examples: readonly VerifiedPair[];
  /** What the text names that stands in the data; none where values may not leave. */
  readonly values: readonly Pick<ValueMention, 'table' | 'column' | 'value'>[];
}

export interface Looking {
  /** By whose model the text is encoded, if by any. */
  readonly actor: Actor;
  readonly search: AgentSearch;
  readonly semantics: SourceSemantics;
  readonly dataSourceId: DataSourceId;
  readonly visible: VisibleModel;
  readonly policy: DataPolicy;
  readonly dataToLlm: DataToLlm;
}

const FOUND = 40;
const VALUES = 20;
/** A source this small is described whole; of a larger one only what was found. */
const SMALL = 40;

/** What the search finds. It does without an encoder that fails; anything else that goes wrong in it is a failure of the answer. */
export async function relevantTo(
  query: string,
  { actor, search, semantics, dataSourceId, visible, policy, dataToLlm }: Looking,
): Promise<Relevant> {
  const { knowledge } = semantics;
  const found = await search.search(semantics, dataSourceId, query, { limit: FOUND, visible, actor });
  const tables = new Map(visible.tables.map((table) => [keyOf(table), table]));
  const named = found.flatMap(({ table }) => (table === null ? [] : [table]));
  const keys = new Set(named.length === 0 || tables.size <= SMALL ? [...named, ...tables.keys()] : named);
  const of = (kind: (typeof found)[number]['kind']) => found.filter((item) => item.kind === kind);
  return {
    tables: [...keys].flatMap((key) => tables.get(key) ?? []),
    metrics: of('metric').flatMap(({ key }) => visible.metrics.find(({ name }) => name === key) ?? []),
    terms: of('glossary').map(({ title, text }) => ({ name: title, text })),
    passages: of('passage').flatMap(({ key }) => knowledge.passages.find(({ id }) => id === key) ?? []),
    examples: of('verified')
      .flatMap(({ key }) => knowledge.verified.find(({ id }) => id === key) ?? [])
      .filter(({ sql }) => mayShow(sql, semantics, dataToLlm)),
    values: seesValues(dataToLlm) ? semantics.engine.values(query).filter(readableOf(visible, policy)).slice(0, VALUES) : [],
  };
}

/** Of columns that are read as they are; of a table whose rows are filtered, the value may stand in a row that is not shown. */
function readableOf({ tables }: VisibleModel, policy: DataPolicy): (mention: Pick<ValueMention, 'table' | 'column'>) => boolean {
  const readable = new Set(
    tables
      .filter((table) => policy.tables[keyOf(table)]?.rowFilter === null)
      .flatMap((table) => table.columns.flatMap(({ name, masked }) => (masked ? [] : [`${keyOf(table)}.${name}`]))),
  );
  return ({ table, column }) => readable.has(`${table}.${column}`);
}

/** A confirmed statement with a value of the data in it stays in the house with its question, where values do. */
function mayShow(sql: string, semantics: SourceSemantics, dataToLlm: DataToLlm): boolean {
  return seesValues(dataToLlm) || !namesValues(sql, semantics);
}
