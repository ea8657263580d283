import {
  type Actor,
  type DataSourceId,
  type Language,
  type SchemaSnapshot,
  type SemanticEntryBody,
  type SemanticsOverview,
  semanticEntryBody,
} from '@majed-vanna/contract';
import type { Database, SemanticEntryRow } from '@majed-vanna/db';
import { createEngine, draftModel, type Engine, type EngineOptions, type SemanticModel } from '@majed-vanna/nlq';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import { requirePermission } from '../permission.ts';
import type { Logger } from '../ports.ts';
import type { Knowledge } from './knowledge.ts';
import { overviewOf } from './semantics-overview.ts';
import { describeSource } from './source-description.ts';

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
}

export type SemanticsService = ReturnType<typeof createSemanticsService>;

interface Cached {
  /** Tells whether what was written about the data has changed since. */
  readonly state: string;
  readonly semantics: Promise<SourceSemantics>;
}

/** What the data means: one model and engine per source, made when it is first asked for. */
export function createSemanticsService({ database, dataSources, log, thesaurus }: SemanticsServiceDeps) {
  const cache = new Map<DataSourceId, Cached>();
  return { engineFor, overview };

  /**
   * The engine of a source: made once, and again when its schema or its semantic entries change.
   * @throws AppError `not_found`, WarehouseError when the source cannot be read
   */
  async function engineFor(id: DataSourceId): Promise<SourceSemantics> {
    const { source, warehouse } = await dataSources.connect(id);
    const entries = await database.repositories.semanticEntries.list(id);
    const state = stateOf(source.schemaVersion, entries);
    const cached = cache.get(id);
    if (cached?.state === state || (cached && source.schemaVersion === null)) return cached.semantics;
    const semantics = build();
    cache.set(id, { state, semantics });
    // A failure is not kept: the next question tries again.
    semantics.catch(() => cache.get(id)?.semantics === semantics && cache.delete(id));
    return semantics;

    async function build(): Promise<SourceSemantics> {
      const begun = performance.now();
      const { snapshot, schemaVersion, profiles } = await describeSource(database, source, warehouse);
      const model = draftModel({ snapshot, profiles, entries: readable(entries) });
      const engine = createEngine(model, thesaurus ? { thesaurus } : {});
      const current = cache.get(id);
      if (current) cache.set(id, { state: stateOf(schemaVersion, entries), semantics: current.semantics });
      log.info({ dataSourceId: id, tables: model.tables.length, ms: Math.round(performance.now() - begun) }, 'semantic model ready');
      return { engine, model, snapshot, schemaVersion, semanticVersion: source.semanticVersion, knowledge: knowledgeOf(readable(entries)) };
    }
  }

  /** What can be asked about. @throws AppError `forbidden`, `not_found` */
  async function overview(actor: Actor, dataSourceId?: DataSourceId, language: Language = 'en'): Promise<SemanticsOverview> {
    requirePermission(actor, 'semantics.read');
    const id = dataSourceId ?? (await database.repositories.dataSources.getDefault())?.id;
    if (!id) return { tables: [], metrics: [] };
    return overviewOf((await engineFor(id)).model, language);
  }

  /** An entry that no longer has the shape of its kind is left out rather than taking the whole source down. */
  function readable(entries: readonly SemanticEntryRow[]) {
    return entries.flatMap((entry) => {
      const parsed = semanticEntryBody.safeParse(entry);
      if (!parsed.success) log.warn({ entry: entry.id, kind: entry.kind, key: entry.key }, 'semantic entry cannot be read');
      return parsed.success ? [parsed.data] : [];
    });
  }
}

function knowledgeOf(entries: readonly SemanticEntryBody[]): Knowledge {
  const terms = entries.filter((entry) => entry.kind === 'glossary');
  const glossary = terms.map(({ key, body: { words, description } }) => ({ name: key, words, description }));
  return { glossary, passages: [], verified: [] };
}

function stateOf(schemaVersion: string | null, entries: readonly SemanticEntryRow[]): string {
  return `${schemaVersion} ${entries.map(({ id, version }) => `${id}:${version}`).join(' ')}`;
}
