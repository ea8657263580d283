import type { DataSourceId } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock, Logger } from '../ports.ts';
import { refreshSchema } from './layer/refresh-schema.ts';
import type { SemanticsService } from './semantics-service.ts';

export interface SchemaWatchDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'fileStamp'>;
  readonly semantics: Pick<SemanticsService, 'draftFor' | 'lookAgain'>;
  readonly clock: Clock;
  readonly log: Logger;
}

export type SchemaWatch = ReturnType<typeof createSchemaWatch>;

const DAY_MS = 24 * 3_600_000;
const stampKey = (id: DataSourceId) => `source_file.${id}`;

/** Finds out at the start and once a day whether a source's file is another than it was; only then is the source looked at again. */
export function createSchemaWatch({ database, dataSources, semantics, clock, log }: SchemaWatchDeps) {
  let timer: NodeJS.Timeout | null = null;
  let going: Promise<void> = Promise.resolve();
  return { start, look, stop };

  function start(): void {
    going = look().catch(complain);
    timer = setInterval(() => {
      going = look().catch(complain);
    }, DAY_MS).unref();
  }

  /** Looks at the files of all sources that were introspected before; a source that cannot be read is tried the next time. */
  async function look(): Promise<void> {
    for (const source of await database.repositories.dataSources.list()) {
      try {
        if (source.schemaVersion !== null) await lookAt(source.id, await dataSources.fileStamp(source));
      } catch (error) {
        log.warn({ err: error, dataSourceId: source.id }, 'the schema of a data source could not be compared');
      }
    }
  }

  async function lookAt(id: DataSourceId, stamp: string): Promise<void> {
    const { settings } = database.repositories;
    const known = await settings.get(stampKey(id));
    if (known === stamp) return;
    if (known !== null) {
      const drift = await refreshSchema({ database, semantics, clock }, id, 'system');
      if (drift.changed) log.info({ dataSourceId: id, stale: drift.stale }, 'the schema of a data source changed');
    }
    await settings.set(stampKey(id), stamp, clock.now());
  }

  function complain(error: unknown): void {
    log.warn({ err: error }, 'the schemas of the data sources could not be compared');
  }

  /** Call it once the sources are closed: a look that is going on then ends at once. */
  async function stop(): Promise<void> {
    if (timer) clearInterval(timer);
    await going;
  }
}
