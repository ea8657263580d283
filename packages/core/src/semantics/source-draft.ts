import type { DataSourceId } from '@majed-vanna/contract';
import type { Database, DataSourceRow } from '@majed-vanna/db';
import { draftModel, type SemanticModel, type SemanticTable } from '@majed-vanna/nlq';
import type { Warehouse } from '@majed-vanna/warehouse';
import { indexSchema, type SchemaIndex, tableKey } from './layer/schema-index.ts';
import { describeSource, type SourceDescription } from './source-description.ts';

/** What a source says of itself, and what was made of it before anybody described it. */
export interface SourceDraft extends SourceDescription {
  readonly index: SchemaIndex;
  readonly model: SemanticModel;
  /** Its tables by their keys in lower case. */
  readonly tables: ReadonlyMap<string, SemanticTable>;
}

/** One draft per source, made once for each state of its schema. */
export function createDrafts(database: Database) {
  const drafts = new Map<DataSourceId, Promise<SourceDraft>>();
  return { draftOf };

  /** @throws WarehouseError when the source cannot be read */
  async function draftOf(source: DataSourceRow, warehouse: Warehouse): Promise<SourceDraft> {
    const known = drafts.get(source.id);
    const ready = await known?.catch(() => null);
    if (ready && (source.schemaVersion === null || ready.schemaVersion === source.schemaVersion)) return ready;
    // Somebody else began meanwhile.
    if (drafts.get(source.id) !== known) return draftOf(source, warehouse);
    const fresh = makeDraft(source, warehouse);
    drafts.set(source.id, fresh);
    // A failure is not kept: the next question tries again.
    fresh.catch(() => drafts.get(source.id) === fresh && drafts.delete(source.id));
    return fresh;
  }

  async function makeDraft(source: DataSourceRow, warehouse: Warehouse): Promise<SourceDraft> {
    const description = await describeSource(database, source, warehouse);
    const model = draftModel(description);
    const tables = new Map(model.tables.map((table) => [tableKey(table).toLowerCase(), table]));
    return { ...description, index: indexSchema(description.snapshot), model, tables };
  }
}
