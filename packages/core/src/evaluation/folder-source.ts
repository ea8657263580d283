import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { newId } from '@majed-vanna/contract';
import { createEngine, draftModel } from '@majed-vanna/nlq';
import { openWarehouse } from '@majed-vanna/warehouse';
import type { ConnectedSource } from '../data-sources/data-source-service.ts';
import type { Logger } from '../ports.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { lookAt } from '../semantics/source-description.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';

interface FolderSource extends ConnectedSource, AsyncDisposable {
  readonly semantics: SourceSemantics;
}

interface FolderSourceOptions {
  readonly name: string;
  readonly path: string;
  readonly thesaurus: Thesaurus;
  readonly openedAt: Date;
  readonly log: Logger;
}

/** A database file as a source for as long as it is needed, read-only, with what it says of itself alone. @throws Error, WarehouseError */
export async function openFolderSource({ name, path, thesaurus, openedAt, log }: FolderSourceOptions): Promise<FolderSource> {
  if (!existsSync(path)) throw new Error(`there is no database ${path}`);
  const warehouse = openWarehouse({ dialect: 'sqlite', path: resolve(path), log });
  try {
    const { snapshot, schemaVersion, profiles } = await lookAt(warehouse);
    const model = draftModel({ snapshot, profiles });
    return {
      source: {
        ...{ id: newId('src', openedAt.getTime()), name, kind: 'files', dialect: 'sqlite', location: path, isDefault: false },
        ...{ dataToLlm: 'aggregates', semanticVersion: 0, createdAt: openedAt, updatedAt: openedAt, schemaVersion },
      },
      warehouse,
      semantics: {
        ...{ engine: createEngine(model, { thesaurus }), model, snapshot, schemaVersion, semanticVersion: 0 },
        knowledge: { glossary: [], passages: [], verified: [] },
      },
      [Symbol.asyncDispose]: () => warehouse.close(),
    };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}
