import { applyMigrations } from './apply-migrations.ts';
import type { MigrateReply, MigrateRequest } from './migrate.ts';

// Started by migrate.ts: one request in, one reply out, then the end.
process.once('message', (message) => {
  // The far side is our own migrate.ts.
  const { location } = message as MigrateRequest;
  applyMigrations(location).then(
    (applied) => finish({ applied }),
    (error: unknown) => finish({ problem: error instanceof Error ? error.message : String(error) }),
  );
});

function finish(reply: MigrateReply): void {
  // Not by itself: a closed PostgreSQL pool keeps the process alive until its connection time-out.
  process.send?.(reply, () => process.exit());
}
