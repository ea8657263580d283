import { serveEngine } from '../engine/serve-engine.ts';
import { openSqlite } from './sqlite-driver.ts';
import { explainSqliteError } from './sqlite-errors.ts';

serveEngine(openSqlite, explainSqliteError);
