import { watchParentFromThread } from '../engine/parent-watch.ts';
import { serveEngine } from '../engine/serve-engine.ts';
import { openSqlite } from './sqlite-driver.ts';
import { explainSqliteError } from './sqlite-errors.ts';

watchParentFromThread();
serveEngine(openSqlite, explainSqliteError);
