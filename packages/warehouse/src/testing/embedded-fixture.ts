import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedWarehouse } from '../engine/embedded-warehouse.ts';
import { createEnginePool } from '../engine/engine-pool.ts';
import type { EngineProcess, RunningTask } from '../engine/engine-process.ts';
import { IDLE_MS, MAX_PROCESSES } from '../open-warehouse.ts';
import { type EmbeddedDialect, startEngine } from '../start-engine.ts';
import type { FixtureDialect, WarehouseFixture } from './warehouse-fixture.ts';

/** A connector to an embedded database whose processes the tests can see and kill. */
export async function makeEmbeddedFixture(
  name: EmbeddedDialect,
  dialect: FixtureDialect,
  fill: (path: string) => Promise<void>,
): Promise<WarehouseFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'warehouse-'));
  const path = join(folder, 'shop.db');
  await fill(path);
  const started: EngineProcess[] = [];
  const progress = new EventEmitter();
  let delivered = 0;
  let endless = 0;
  const start = (): EngineProcess => {
    const engine = startEngine(name, path);
    started.push(engine);
    return Object.assign(Object.create(engine), { run });

    function run(...[task, onEvent]: Parameters<EngineProcess['run']>): RunningTask {
      const running = engine.run(task, (event) => {
        delivered += 1;
        onEvent?.(event);
      });
      if (task.kind === 'query' && task.sql === dialect.endless) {
        countEndless(1);
        running.finished.catch(() => countEndless(-1));
      }
      return running;
    }
  };
  const countEndless = (change: number) => {
    endless += change;
    progress.emit('change');
  };
  const warehouse = createEmbeddedWarehouse(name, createEnginePool({ start, size: MAX_PROCESSES, idleMs: IDLE_MS }));

  return {
    warehouse,
    dialect,
    untilEndless: async (count) => {
      while (endless !== count) await once(progress, 'change');
    },
    crash: async () => {
      const alive = started.filter((engine) => engine.alive);
      for (const { pid } of alive) if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await Promise.all(alive.map(({ ended }) => ended));
    },
    delivered: () => delivered,
    fingerprint: async () =>
      `${(await readdir(folder)).join()} ${createHash('sha256')
        .update(await readFile(path))
        .digest('hex')}`,
    [Symbol.asyncDispose]: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
