import { draftModel, MAX_INDEXED_VALUES, type SemanticModel } from '@majed-vanna/nlq';
import { openWarehouse } from '@majed-vanna/warehouse';

/** What the product would know of a database nobody described: names, types, keys, values. */
export async function readModel(path: string): Promise<SemanticModel> {
  const warehouse = openWarehouse({ dialect: 'sqlite', path });
  try {
    const snapshot = await warehouse.introspect();
    const columns = snapshot.tables.flatMap((table) =>
      table.columns.map((column) => ({ schema: table.schema, table: table.name, column: column.name })),
    );
    const profiles = await warehouse.profileColumns({ columns, maxDistinct: MAX_INDEXED_VALUES });
    return draftModel({ snapshot, profiles });
  } finally {
    await warehouse.close();
  }
}
