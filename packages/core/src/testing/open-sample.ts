import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, semanticEntryBody } from '@majed-vanna/contract';
import { createEngine, draftModel, type QueryPlan } from '@majed-vanna/nlq';
import { buildSampleWarehouse, openWarehouse, SAMPLE_LAST_DAY, sampleSemanticEntries } from '@majed-vanna/warehouse';
import { createThesaurus } from '../semantics/thesaurus.ts';

/** The sample company with the engine over its semantic layer; "today" is its last day. */
export async function openSample() {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  const path = join(folder, 'sample.duckdb');
  await buildSampleWarehouse({ path });
  const warehouse = openWarehouse({ dialect: 'duckdb', path });
  const snapshot = await warehouse.introspect();
  const columns = snapshot.tables.flatMap(({ schema, name, columns: all }) =>
    all.map((column) => ({ schema, table: name, column: column.name })),
  );
  const profiles = await warehouse.profileColumns({ columns, maxDistinct: 1_000 });
  const model = draftModel({ snapshot, profiles, entries: sampleSemanticEntries.map((entry) => semanticEntryBody.parse(entry)) });
  const engine = createEngine(model, { thesaurus: createThesaurus() });
  return { engine, model, snapshot, warehouse, today: SAMPLE_LAST_DAY, interpret, rowsOf, [Symbol.asyncDispose]: dispose };

  function interpret(question: string, previousPlan?: QueryPlan) {
    return engine.interpret(question, previousPlan === undefined ? { today: SAMPLE_LAST_DAY } : { today: SAMPLE_LAST_DAY, previousPlan });
  }

  /** As the database gives them, past the guard. */
  async function rowsOf(sql: string): Promise<(readonly Cell[])[]> {
    const rows: (readonly Cell[])[] = [];
    for await (const event of warehouse.query({ sql, maxRows: 100_000 })) if (event.type === 'batch') rows.push(...event.rows);
    return rows;
  }

  async function dispose(): Promise<void> {
    await warehouse.close();
    await rm(folder, { recursive: true });
  }
}
