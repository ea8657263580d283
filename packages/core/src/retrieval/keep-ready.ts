import type { DataSourceId } from '@majed-vanna/contract';
import type { Logger } from '../ports.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import type { SemanticSearch } from './semantic-search.ts';

export interface KeepReadyDeps {
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly search: Pick<SemanticSearch, 'prepare'>;
  readonly log: Logger;
}

/** After what is known of a source changed: makes its engine and encodes its texts, so that nobody's question has to wait for that. */
export function createKeepReady({ semantics, search, log }: KeepReadyDeps) {
  const going = new Map<DataSourceId, Promise<void>>();
  const again = new Set<DataSourceId>();
  let closed = false;
  return { changed, settled, close };

  /** Returns at once; changes that come while one is worked on are worked on together, after it. Never fails. */
  function changed(source: DataSourceId): void {
    if (closed) return;
    if (going.has(source)) {
      again.add(source);
      return;
    }
    going.set(
      source,
      work(source).finally(() => {
        going.delete(source);
        if (again.delete(source)) changed(source);
      }),
    );
  }

  async function work(source: DataSourceId): Promise<void> {
    try {
      await search.prepare(await semantics.engineFor(source), source);
    } catch (error) {
      log.warn({ err: error, dataSourceId: source }, 'what changed of a data source could not be prepared');
    }
  }

  /** Resolves when nothing is left to do. */
  async function settled(): Promise<void> {
    while (going.size > 0) await Promise.all(going.values());
  }

  /** What is under way is waited for; nothing more is begun. */
  async function close(): Promise<void> {
    closed = true;
    again.clear();
    await settled();
  }
}
