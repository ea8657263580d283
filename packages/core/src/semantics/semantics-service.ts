import type {
  Actor,
  DataSourceId,
  Language,
  SchemaSnapshot,
  SemanticChangeId,
  SemanticEntryBody,
  SemanticsOverview,
} from '@majed-vanna/contract';
import type { Database, DataSourceRow, SemanticEntryRow } from '@majed-vanna/db';
import { createEngine, type Engine, type EngineOptions, mergeEntries, type SemanticModel } from '@majed-vanna/nlq';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import { requirePermission } from '../permission.ts';
import type { Logger } from '../ports.ts';
import { passagesOf } from './documents/passages.ts';
import type { GlossaryTerm, Knowledge, VerifiedPair } from './knowledge.ts';
import { readEntries, withChanges } from './layer/layer-entries.ts';
import { retypedColumns } from './layer/retyped-columns.ts';
import { overviewOf } from './semantics-overview.ts';
import type { KeepToo } from './source-description.ts';
import { createDrafts, type SourceDraft } from './source-draft.ts';

/** Everything that is known of what a source's data means, ready to be asked. */
export interface SourceSemantics {
  readonly engine: Engine;
  readonly model: SemanticModel;
  readonly snapshot: SchemaSnapshot;
  readonly schemaVersion: string;
  /** Number of the published layer; 0 before the first publication. */
  readonly semanticVersion: number;
  readonly knowledge: Knowledge;
}

export interface SemanticsServiceDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly log: Logger;
  readonly thesaurus?: NonNullable<EngineOptions['thesaurus']>;
  /** Questions of a source that a reviewer confirmed. */
  readonly verifiedPairs?: (id: DataSourceId) => Promise<readonly VerifiedPair[]>;
}

export type SemanticsService = ReturnType<typeof createSemanticsService>;

/** What was made of a state; `state` tells whether what it was made of has changed since. */
interface Made<T> {
  readonly state: string;
  readonly made: Promise<T>;
}

interface Understanding {
  readonly engine: Engine;
  readonly model: SemanticModel;
  readonly glossary: readonly GlossaryTerm[];
}

/** What the data means: one model and engine per source, made when it is first asked for. */
export function createSemanticsService({ database, dataSources, log, thesaurus, verifiedPairs = async () => [] }: SemanticsServiceDeps) {
  const { repositories } = database;
  const drafts = createDrafts(database);
  const understandings = new Map<DataSourceId, Made<Understanding>>();
  const passages = new Map<DataSourceId, Made<Knowledge['passages']>>();
  const complete = new Map<DataSourceId, Made<SourceSemantics>>();
  return { engineFor, previewFor, draftFor, lookAgain, overview };

  /**
   * The engine of a source: made once, and again when its schema or what is published about it changes.
   * @throws AppError `not_found`, WarehouseError when the source cannot be read
   */
  async function engineFor(id: DataSourceId): Promise<SourceSemantics> {
    const { source, draft } = await draftFor(id);
    const stamp = await repositories.semanticEntries.stamp(id);
    const state = `${draft.serial} ${stamp}`;
    const understanding = await once(understandings, id, state, async () =>
      understand(source, draft, await repositories.semanticEntries.list(id)),
    );
    return assembled(source, draft, state, understanding);
  }

  /**
   * The engine as it will be once changes are published, all that wait or the chosen ones. It is built for the caller alone.
   * @throws AppError `not_found`, WarehouseError when the source cannot be read
   */
  async function previewFor(id: DataSourceId, { ids }: { ids?: readonly SemanticChangeId[] } = {}): Promise<SourceSemantics> {
    const { source, draft } = await draftFor(id);
    const [rows, waiting] = await Promise.all([repositories.semanticEntries.list(id), repositories.semanticChanges.list(id)]);
    const chosen = ids ? waiting.filter((change) => ids.includes(change.id)) : waiting;
    const { glossary, ...understanding } = await understand(source, draft, withChanges(rows, chosen));
    const { passages: read, verified } = await knowledgeOf(id);
    return { ...understanding, ...described(source, draft), knowledge: { glossary, passages: read, verified } };
  }

  /** What a source says of itself. @throws AppError `not_found`, WarehouseError when the source cannot be read */
  async function draftFor(id: DataSourceId) {
    const { source, warehouse } = await dataSources.connect(id);
    return { source, warehouse, draft: await drafts.draftOf(source, warehouse) };
  }

  /** Introspects and profiles a source again. @throws AppError `not_found`, WarehouseError when the source cannot be read */
  async function lookAgain(id: DataSourceId, keepToo?: KeepToo): Promise<SourceDraft> {
    const { source, warehouse } = await dataSources.connect(id);
    return drafts.drawAgain(source, warehouse, keepToo);
  }

  /** What can be asked about. @throws AppError `forbidden`, `not_found` */
  async function overview(actor: Actor, dataSourceId?: DataSourceId, language: Language = 'en'): Promise<SemanticsOverview> {
    requirePermission(actor, 'semantics.read');
    const id = dataSourceId ?? (await repositories.dataSources.getDefault())?.id;
    if (!id) return { tables: [], metrics: [] };
    return overviewOf((await engineFor(id)).model, language);
  }

  async function understand(source: DataSourceRow, draft: SourceDraft, rows: readonly SemanticEntryRow[]): Promise<Understanding> {
    const begun = performance.now();
    const read = readEntries(rows, draft.index, await retypedColumns(repositories, source.id));
    for (const { row, stale } of read)
      if (stale) log.warn({ entry: row.id, kind: row.kind, key: row.key, reason: stale.reason }, 'semantic entry is left out');
    const entries = read.flatMap(({ entry, stale }) => (entry && !stale ? [entry] : []));
    const model = mergeEntries(draft.model, entries);
    const engine = createEngine(model, thesaurus ? { thesaurus } : {});
    log.info({ dataSourceId: source.id, tables: model.tables.length, ms: Math.round(performance.now() - begun) }, 'semantic model ready');
    return { engine, model, glossary: glossaryOf(entries) };
  }

  /** The same object as long as nothing of it changed, so that what is made of it can be kept with it. */
  async function assembled(source: DataSourceRow, draft: SourceDraft, state: string, understanding: Understanding) {
    const { engine, model, glossary } = understanding;
    const known = await knowledgeOf(source.id);
    const whole = `${state} ${source.semanticVersion} ${known.stamp}`;
    return once(complete, source.id, whole, async () => ({
      engine,
      model,
      ...described(source, draft),
      knowledge: { glossary, passages: known.passages, verified: known.verified },
    }));
  }

  async function knowledgeOf(id: DataSourceId) {
    const documents = (await repositories.semanticDocuments.listIds(id)).join();
    const verified = await verifiedPairs(id);
    return {
      passages: await once(passages, id, documents, async () => (await repositories.semanticDocuments.list(id)).flatMap(passagesOf)),
      verified,
      stamp: `${documents} ${JSON.stringify(verified)}`,
    };
  }
}

async function once<T>(cache: Map<DataSourceId, Made<T>>, id: DataSourceId, state: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(id);
  if (known?.state === state) return known.made;
  const fresh = { state, made: make() };
  cache.set(id, fresh);
  // A failure is not kept: the next question tries again.
  fresh.made.catch(() => cache.get(id) === fresh && cache.delete(id));
  return fresh.made;
}

const described = ({ semanticVersion }: DataSourceRow, { snapshot, schemaVersion }: SourceDraft) => ({
  semanticVersion,
  snapshot,
  schemaVersion,
});

function glossaryOf(entries: readonly SemanticEntryBody[]): GlossaryTerm[] {
  const terms = entries.filter((entry) => entry.kind === 'glossary');
  return terms.map(({ key, body: { words, description } }) => ({ name: key, words, description }));
}
