import { AppError, type DataSourceInput } from '@majed-vanna/contract';
import { openDatabase } from '@majed-vanna/db';
import { systemClock } from '../ports.ts';
import { createSetupService } from '../setup/setup-service.ts';
import { dyingAt } from './dying-at.ts';
import { ADMINISTRATOR, CLIENT, createSetupWorld } from './setup-world.ts';

/** A process of its own that sets up; several attempts at the same time, or one that kills the process after its n-th step. */
export interface SetupProcessOrder {
  readonly url: string;
  readonly dataDir: string;
  readonly dataSource: DataSourceInput;
  readonly attempts: number;
  /** 1 is the first step; absent: nobody dies. */
  readonly dieAfterStep?: number;
}

export interface SetupProcessReport {
  readonly outcomes: readonly string[];
}

process.once('message', (message) => {
  // The far side is one of our own tests.
  void run(message as SetupProcessOrder).then((report) => process.send?.(report, () => process.exit()));
});

async function run({ url, dataDir, dataSource, attempts, dieAfterStep }: SetupProcessOrder): Promise<SetupProcessReport> {
  const database = await openDatabase({ url });
  const world = createSetupWorld({ database, dataDir, clock: systemClock });
  const setup = createSetupService(dyingAt(dieAfterStep ?? Number.POSITIVE_INFINITY, world));
  const code = (await setup.currentCode()) ?? '';
  process.send?.('begun');
  const input = { code, administrator: ADMINISTRATOR, dataSource };
  const results = await Promise.allSettled(Array.from({ length: attempts }, () => setup.complete(input, CLIENT)));
  await world.dataSources.close();
  await database.close();
  return { outcomes: results.map((result) => (result.status === 'fulfilled' ? 'completed' : outcomeOf(result.reason))) };
}

function outcomeOf(reason: unknown): string {
  return reason instanceof AppError ? reason.code : String(reason);
}
