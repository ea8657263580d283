import { serveEngine } from '../engine/serve-engine.ts';
import { openDuckDb } from './duckdb-driver.ts';
import { explainDuckDbError } from './duckdb-errors.ts';

serveEngine(openDuckDb, explainDuckDbError);
