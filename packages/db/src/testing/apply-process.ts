import { applyMigrations } from '../migrations/apply-migrations.ts';
import { readMigrations } from '../migrations/migration-folder.ts';

// A process of its own that applies the migrations and one that takes long, so that it can be killed in the middle.
const script = `CREATE TABLE filler (id INTEGER PRIMARY KEY, body TEXT);
WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 20000000)
INSERT INTO filler SELECT n, hex(randomblob(64)) FROM counter;`;
await applyMigrations({ provider: 'sqlite', file: process.argv[2] ?? '' }, [
  ...readMigrations('sqlite'),
  { name: '20990101000000_long', script, checksum: '' },
]);
