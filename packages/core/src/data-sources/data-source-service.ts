import { mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import {
  type Actor,
  AppError,
  because,
  type DataSourceId,
  type DataSourceInput,
  type DataSourceSummary,
  type DataSourceTest,
  type DataToLlmInput,
  newId,
} from '@majed-vanna/contract';
import type { Database, DataSourceRow, NewDataSource, Repositories, SemanticEntryDraft } from '@majed-vanna/db';
import { openWarehouse, sampleSemanticEntries, type Warehouse } from '@majed-vanna/warehouse';
import { recordSampleSet } from '../evaluation/sample-golden-set.ts';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import { isDatabaseFault } from '../resilience/database-fault.ts';
import { withBreaker } from '../resilience/with-breaker.ts';
import { createDraftStore, type Draft } from './draft-store.ts';
import { duplicateFile, publishFolder, removeFolder, UNFINISHED } from './durable-files.ts';
import type { UploadStore } from './upload-store.ts';

export interface DataSourceServiceDeps {
  readonly database: Database;
  /** Sources lie in `<dataDir>/sources/<id>`. */
  readonly dataDir: string;
  readonly uploads: Pick<UploadStore, 'resolve'>;
  readonly breakers: Pick<BreakerRegistry, 'breaker'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A source whose files are in place; it exists once `record` wrote its rows. */
export interface PreparedDataSource {
  readonly row: NewDataSource;
  /** What is shipped with it about the meaning of its data. */
  readonly semanticEntries: readonly SemanticEntryDraft[];
}

export interface ConnectedSource {
  readonly source: DataSourceRow;
  readonly warehouse: Warehouse;
}

export type DataSourceService = ReturnType<typeof createDataSourceService>;

const SAMPLE_NAME = 'Sample data';
/** Younger folders may belong to a set-up that is going on in another process. */
const ORPHAN_AGE_MS = 10 * 60_000;

/** Sources of data: built from files, connected once, listed. */
export function createDataSourceService({ database, dataDir, uploads, breakers, clock, log }: DataSourceServiceDeps) {
  const root = join(dataDir, 'sources');
  const drafts = createDraftStore({ root, uploads, log });
  const open = new Map<DataSourceId, { location: string; warehouse: Warehouse }>();
  return { list, setDataToLlm, inspect, prepare, record, discard, connect, fileStamp, removeOrphans, forgetTried, close };

  async function list(actor: Actor): Promise<DataSourceSummary[]> {
    requirePermission(actor, 'dataSource.read');
    return (await database.repositories.dataSources.list()).map(({ id, name, dialect, kind, isDefault, dataToLlm, createdAt }) => ({
      id,
      name,
      dialect,
      kind,
      isDefault,
      dataToLlm,
      createdAt: createdAt.toISOString(),
    }));
  }

  /** What of the source's data a language model may see from now on. @throws AppError `forbidden`, `not_found` */
  async function setDataToLlm(actor: Actor, { id, dataToLlm }: DataToLlmInput): Promise<void> {
    requirePermission(actor, 'dataSource.write');
    const at = clock.now();
    await database.transaction(async ({ dataSources, auditLog }) => {
      await dataSources.update(id, { dataToLlm }, at);
      await auditLog.append({ at, actor: actor.userId, action: 'dataSource.dataToLlm', target: id, details: { dataToLlm } });
    });
  }

  /**
   * Builds and opens a source as it would be, without keeping it.
   * @throws AppError `unreadable_file`, `invalid_input`, `not_found`
   */
  async function inspect(input: DataSourceInput): Promise<DataSourceTest> {
    return (await drafts.take(input)).test;
  }

  /**
   * Puts the files of a source into its final place, on disk; the database knows nothing of it yet.
   * @throws AppError `unreadable_file`, `invalid_input`, `not_found`
   */
  async function prepare(input: DataSourceInput): Promise<PreparedDataSource> {
    return drafts.lend(input, (draft) => publishDraft(input, draft));
  }

  async function publishDraft(input: DataSourceInput, { folder, built }: Draft): Promise<PreparedDataSource> {
    const createdAt = clock.now();
    const id = newId('src', createdAt.getTime());
    const unfinished = join(root, `${id}${UNFINISHED}`);
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await duplicateFile(join(folder, built.fileName), join(unfinished, built.fileName));
    await publishFolder(unfinished, join(root, id));
    const name = input.kind === 'sample' ? SAMPLE_NAME : input.name;
    const entries = input.kind === 'sample' ? sampleSemanticEntries : [];
    return {
      row: {
        id,
        name,
        kind: input.kind,
        dialect: built.dialect,
        location: ['sources', id, built.fileName].join('/'),
        isDefault: true,
        createdAt,
      },
      semanticEntries: entries.map((entry) => ({
        ...entry,
        id: newId('sem', createdAt.getTime()),
        dataSourceId: id,
        status: 'confirmed' as const,
      })),
    };
  }

  /** Writes the rows of a prepared source, in the caller's transaction. */
  async function record(repositories: Repositories, { row, semanticEntries }: PreparedDataSource): Promise<DataSourceRow> {
    const source = await repositories.dataSources.create(row);
    await repositories.semanticEntries.upsertMany(semanticEntries, row.createdAt);
    if (row.kind === 'sample') await recordSampleSet(repositories, row.id, row.createdAt);
    return source;
  }

  /** Takes a prepared source back that was not recorded. */
  async function discard({ row }: PreparedDataSource): Promise<void> {
    await removeFolder(join(root, row.id));
  }

  /** The one live connection to a source, behind its breaker: calls to it also throw CircuitOpenError. @throws AppError `not_found` */
  async function connect(id: DataSourceId): Promise<ConnectedSource> {
    const source = await database.repositories.dataSources.getById(id);
    if (!source) throw AppError.because('not_found', because('no_such_source'));
    const known = open.get(id);
    if (known?.location === source.location) return { source, warehouse: known.warehouse };
    const breaker = breakers.breaker({
      kind: 'database',
      id,
      name: source.name,
      isFailure: (error) => isDatabaseFault(error, source.dialect),
    });
    const warehouse = withBreaker(openWarehouse({ dialect: embedded(source), path: pathOf(source), log }), breaker);
    open.set(id, { location: source.location, warehouse });
    await known?.warehouse.close();
    return { source, warehouse };
  }

  /** Differs when the file of a source is another than it was. @throws when it is not there */
  async function fileStamp(source: DataSourceRow): Promise<string> {
    const { mtimeMs, size } = await stat(pathOf(source));
    return `${Math.round(mtimeMs)}.${size}`;
  }

  /** Folders that no source is made of: of set-ups that were interrupted, lost, or only tried. */
  async function removeOrphans(): Promise<void> {
    const known = new Set<string>((await database.repositories.dataSources.list()).map(({ id }) => id));
    const own = await drafts.folders();
    for (const name of await readdir(root).catch(() => [])) {
      const folder = join(root, name);
      const modified = await stat(folder).then(
        ({ mtimeMs }) => mtimeMs,
        () => Number.POSITIVE_INFINITY,
      );
      if (known.has(name) || own.has(folder) || clock.now().getTime() - modified < ORPHAN_AGE_MS) continue;
      await removeFolder(folder);
      log.info({ folder: name }, 'removed the folder of an unfinished data source');
    }
  }

  /** Removes what `inspect` and `prepare` keep for whoever looks at the same input again. */
  async function forgetTried(): Promise<void> {
    await drafts.clear();
  }

  async function close(): Promise<void> {
    await Promise.allSettled([...open.values()].map(({ warehouse }) => warehouse.close()));
    open.clear();
    await drafts.clear();
  }

  function pathOf({ location }: DataSourceRow): string {
    const path = resolve(dataDir, location);
    // The column is ours, but a restored or edited database must not make us open any file of the machine.
    if (!path.startsWith(resolve(dataDir) + sep)) throw AppError.because('unavailable', because('source_outside'));
    return path;
  }
}

function embedded({ dialect }: DataSourceRow): 'duckdb' | 'sqlite' {
  if (dialect === 'duckdb' || dialect === 'sqlite') return dialect;
  throw AppError.because('unavailable', because('source_kind_unknown'));
}
