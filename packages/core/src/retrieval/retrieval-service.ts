import { type Actor, AppError, because, type SemanticSearchInput, type SemanticSearchResult } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { visibleModel } from '../agent/visible-model.ts';
import { requirePermission } from '../permission.ts';
import { readsEverything } from '../results/reads-everything.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import type { SemanticSearch } from './semantic-search.ts';

export interface RetrievalServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly search: Pick<SemanticSearch, 'search'>;
  /** Absent: `readsEverything`. */
  readonly policyFor?: PolicyFor;
}

export type RetrievalService = ReturnType<typeof createRetrievalService>;

/** The search of the semantic layer, for people. */
export function createRetrievalService({ database, semantics, search: engine, policyFor = readsEverything }: RetrievalServiceDeps) {
  return { search };

  /** Administrators see everything, with scores and methods; others what their policy lets them see. @throws AppError `forbidden`, `not_found` */
  async function search(actor: Actor, { dataSourceId, query, kinds, limit }: SemanticSearchInput): Promise<SemanticSearchResult> {
    requirePermission(actor, 'semantics.read');
    const id = dataSourceId ?? (await database.repositories.dataSources.getDefault())?.id;
    if (!id) throw AppError.because('not_found', because('no_source_yet'));
    const known = await semantics.engineFor(id);
    const administrator = actor.role === 'admin';
    const visible = administrator ? {} : { visible: visibleModel(known.model, await policyFor(actor, id, known)) };
    const found = await engine.search(known, id, query, { limit, actor, ...(kinds ? { kinds } : {}), ...visible });
    return {
      items: found.map(({ score, by, ...item }) => ({ ...item, score: administrator ? score : null, by: administrator ? [...by] : null })),
    };
  }
}
