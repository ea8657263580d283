import type { DataSourceId } from '@majed-vanna/contract';
import type { Database, DataSourceRow } from '@majed-vanna/db';
import { draftModel, type SemanticModel, type SemanticTable } from '@majed-vanna/nlq';
import type { Warehouse } from '@majed-vanna/warehouse';
import { indexSchema, type SchemaIndex, tableKey } from './layer/schema-index.ts';
import { describeSource, type KeepToo, lookAtSource, type SourceDescription } from './source-description.ts';

/** What a source says of itself, and what was made of it before anybody described it. */
export interface SourceDraft extends SourceDescription {
  readonly index: SchemaIndex;
  readonly model: SemanticModel;
  /** Its tables by their keys in lower case. */
  readonly tables: ReadonlyMap<string, SemanticTable>;
  /** Another for every draft that was made, also of the same schema. */
  readonly serial: number;
}

/** One draft per source, made once for each state of its schema. */
export function createDrafts(database: Database) {
  const drafts = new Map<DataSourceId, Promise<SourceDraft>>();
  let made = 0;
  return { draftOf, drawAgain };

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

  /** Looks at the source as it is now, whatever was known. @throws WarehouseError */
  async function drawAgain(source: DataSourceRow, warehouse: Warehouse, keepToo?: KeepToo): Promise<SourceDraft> {
    const fresh = lookAtSource(database, source, warehouse, keepToo).then(draw);
    // What is known goes on answering until then, and stays if this fails.
    const draft = await fresh;
    drafts.set(source.id, fresh);
    return draft;
  }

  async function makeDraft(source: DataSourceRow, warehouse: Warehouse): Promise<SourceDraft> {
    return draw(await describeSource(database, source, warehouse));
  }

  function draw(description: SourceDescription): SourceDraft {
    const model = draftModel(description);
    const tables = new Map(model.tables.map((table) => [tableKey(table).toLowerCase(), table]));
    made += 1;
    return { ...description, index: indexSchema(description.snapshot), model, tables, serial: made };
  }
}
