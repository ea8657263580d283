import { join } from 'node:path';
import { AppError, because, type DataSourceInput, type DataSourceTest, newId } from '@majed-vanna/contract';
import { openWarehouse, WarehouseError } from '@majed-vanna/warehouse';
import type { Logger } from '../ports.ts';
import { removeFolder } from './durable-files.ts';
import { type BuiltSource, buildSource } from './source-builder.ts';
import { previewSource } from './source-preview.ts';
import type { UploadStore } from './upload-store.ts';

/** A source that was built and opened, and of which any number of copies may be made. */
export interface Draft {
  readonly folder: string;
  readonly built: BuiltSource;
  readonly test: DataSourceTest;
}

interface DraftStoreDeps {
  readonly root: string;
  readonly uploads: Pick<UploadStore, 'resolve'>;
  readonly log: Logger;
}

const MAX_DRAFTS = 4;

/** Builds a source once for all who look at the same input: thirty set-ups at the same time cost one. */
export function createDraftStore({ root, uploads, log }: DraftStoreDeps) {
  const drafts = new Map<string, Promise<Draft>>();
  const lent = new Set<Promise<unknown>>();
  return { take, lend, folders, clear };

  /** @throws AppError `unreadable_file`, `invalid_input`, `not_found` */
  async function take(input: DataSourceInput): Promise<Draft> {
    const key = JSON.stringify(input.kind === 'sample' ? input : { uploads: input.uploads });
    const known = drafts.get(key);
    if (known) return known;
    const building = build(input);
    drafts.set(key, building);
    building.catch(() => drafts.delete(key));
    await dropOldest();
    return building;
  }

  /** A draft that stays as long as it is used. @throws as `take` and `use` */
  async function lend<T>(input: DataSourceInput, use: (draft: Draft) => Promise<T>): Promise<T> {
    const using = take(input).then(use);
    lent.add(using);
    try {
      return await using;
    } finally {
      lent.delete(using);
    }
  }

  async function folders(): Promise<ReadonlySet<string>> {
    const settled = await Promise.allSettled(drafts.values());
    return new Set(settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.folder] : [])));
  }

  async function clear(): Promise<void> {
    const pending = [...drafts.values()];
    drafts.clear();
    await Promise.allSettled(lent);
    await Promise.all(pending.map(remove));
  }

  async function build(input: DataSourceInput): Promise<Draft> {
    const folder = join(root, `.draft-${newId('src')}`);
    try {
      const built = await buildSource(input, folder, uploads);
      const warehouse = openWarehouse({ dialect: built.dialect, path: join(folder, built.fileName), log });
      try {
        const test = await previewSource(warehouse);
        if (test.tables.length === 0) throw AppError.because('unreadable_file', because('no_table_in_file'));
        return { folder, built, test };
      } finally {
        await warehouse.close();
      }
    } catch (error) {
      await removeFolder(folder);
      throw error instanceof WarehouseError ? AppError.because('unreadable_file', because('not_opened'), { cause: error }) : error;
    }
  }

  async function dropOldest(): Promise<void> {
    const [oldest] = drafts;
    if (!oldest || drafts.size <= MAX_DRAFTS) return;
    drafts.delete(oldest[0]);
    await remove(oldest[1]);
  }

  async function remove(draft: Promise<Draft>): Promise<void> {
    await draft.then(
      ({ folder }) => removeFolder(folder),
      () => undefined,
    );
  }
}
