import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { quoteName, quoteText } from '../engine/quoting.ts';
import { explainDuckDbError } from './duckdb-errors.ts';

/**
 * The name of the file among DuckDB's databases. Left to itself DuckDB takes the file's name, and a schema of that name inside
 * makes every `schema.table` ambiguous.
 */
const ATTACHED_AS = quoteName('majed vanna source');

export interface ReadOnlyFile {
  /** A connection whose names are those of the file. */
  connect(): Promise<DuckDBConnection>;
}

/** Opens a file read-only, with the outside world shut off and the settings locked. @throws WarehouseError */
export async function openReadOnly(path: string, memoryMb: number): Promise<ReadOnlyFile> {
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      // Before external access goes off: afterwards it cannot be set. Empty means no spilling to disk.
      temp_directory: '',
      memory_limit: `${memoryMb}MB`,
      threads: '2',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    });
    const connection = await instance.connect();
    // Without the type, a file of another kind makes DuckDB look for an extension that could read it.
    await connection.run(`ATTACH ${quoteText(path)} AS ${ATTACHED_AS} (READ_ONLY, TYPE duckdb)`);
    await connection.run(`USE ${ATTACHED_AS}`);
    // Nothing that could be written to remains, and no second name that a schema could share.
    await connection.run('DETACH memory');
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    connection.closeSync();
    return { connect: () => connectTo(instance) };
  } catch (error) {
    throw explainDuckDbError(error);
  }
}

async function connectTo(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run(`USE ${ATTACHED_AS}`);
  return connection;
}
