import type { Actor } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { ModelUsage } from '../models/model-usage.ts';
import type { Clock, Logger } from '../ports.ts';
import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import type { NearnessDeps } from './nearness.ts';
import { createEmbeddedEncoder } from './vectors/embedded-encoder.ts';
import { endpointEncoder } from './vectors/endpoint-encoder.ts';
import { createVectorIndex } from './vectors/vector-index.ts';
import { createEmbeddedStore, type OpenVectorStore } from './vectors/vector-store.ts';

export interface MeaningDeps {
  readonly database: Database;
  readonly models: { endpointFor(actor: Actor): Promise<ModelEndpoint | null>; activeEndpoint(): Promise<ModelEndpoint | null> };
  /** Absent: nobody counts. */
  readonly usage?: Pick<ModelUsage, 'record' | 'recordOwn' | 'quotaReached'>;
  readonly breakers: Pick<BreakerRegistry, 'breaker'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether the encoder of our own is asked too. */
  readonly reranker: boolean;
  /** In memory when left out. */
  readonly openStore?: OpenVectorStore;
  readonly queryDeadlineMs?: number;
}

/** The encoders of an installation: its model's server, and the one of our own when that is switched on. */
export function createMeaning({
  database,
  models,
  usage,
  breakers,
  clock,
  log,
  reranker,
  openStore = async () => createEmbeddedStore(),
  queryDeadlineMs,
}: MeaningDeps) {
  const vectors = createVectorIndex({
    vectors: database.repositories.semanticVectors,
    openStore,
    clock,
    log,
    ...(queryDeadlineMs ? { queryDeadlineMs } : {}),
  });
  const embedded = reranker ? createEmbeddedEncoder() : null;
  return { vectors, encoder, reranker: embedded, dataToLlm, log, close } satisfies NearnessDeps & { close(): Promise<void> };

  /**
   * Of the model that answers this actor: where none may, or the quota is reached, no question leaves the house. A question counts
   * as its asker's use, what is indexed as the product's own. What the encoding model costs is unknown: it adds tokens, no money.
   */
  async function encoder(actor: Actor | null) {
    const endpoint = await (actor ? models.endpointFor(actor) : models.activeEndpoint());
    if (!endpoint || (actor && (await usage?.quotaReached(actor)))) return null;
    return endpointEncoder(endpoint, breakers, async (purpose, model, input) => {
      const used = [{ model }, { input, output: 0 }] as const;
      await (actor && purpose === 'question' ? usage?.record(actor, ...used) : usage?.recordOwn(...used));
    });
  }

  async function dataToLlm(source: Parameters<NearnessDeps['dataToLlm']>[0]) {
    return (await database.repositories.dataSources.getById(source))?.dataToLlm ?? 'none';
  }

  async function close(): Promise<void> {
    await vectors.close();
    await embedded?.close();
  }
}
