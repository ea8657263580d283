import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  type AnswerEvent,
  AppError,
  type AskInput,
  because,
  type DataSourceId,
  newId,
  type RunId,
} from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { openWarehouse, type Warehouse } from '@majed-vanna/warehouse';
import { type AnswerServiceDeps, createAnswerService } from '../answer/answer-service.ts';
import { createStaleWatch } from '../learning/stale-watch.ts';
import { createSemanticsService } from '../semantics/semantics-service.ts';
import { createRecordingLogger } from './recording-logger.ts';
import { type ShopOptions, writeShop } from './shop-source.ts';

type Options = ShopOptions &
  Partial<Pick<AnswerServiceDeps, 'limits' | 'policyFor' | 'agent'>> & {
    /** Puts something between the service and the database. */ readonly around?: (warehouse: Warehouse) => Warehouse;
  };

export const analyst: Actor = { userId: newId('usr'), username: 'noura', role: 'analyst', attributes: {} };
export const stranger: Actor = { userId: newId('usr'), username: 'omar', role: 'analyst', attributes: {} };

/** The answer service on a real system database and a real small source. */
export async function createAnswering({ limits, policyFor, agent, around = (warehouse) => warehouse, ...shop }: Options = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'answering-'));
  const database = await createTestDatabase();
  const warehouse = openWarehouse({ dialect: 'sqlite', path: writeShop(dataDir, shop) });
  const log = createRecordingLogger();
  // Every look is a second later, so that nothing happens at the same moment as something else.
  let seconds = 0;
  const clock = {
    now: () => {
      seconds++;
      return new Date(Date.parse('2026-03-10T09:00:00Z') + seconds * 1_000);
    },
  };
  const source = await database.repositories.dataSources.create({
    id: newId('src'),
    name: 'Shop',
    kind: 'files',
    dialect: 'sqlite',
    location: 'shop.sqlite',
    isDefault: true,
    createdAt: clock.now(),
  });
  const dataSources = { connect };
  const watch = createStaleWatch({ database, dataSources, clock, log });
  const semantics = createSemanticsService({ database, dataSources, log, verifiedPairs: watch.verifiedPairs });
  const makeService = () =>
    createAnswerService({
      database,
      dataSources,
      semantics,
      dataDir,
      clock,
      log,
      ...(limits ? { limits } : {}),
      ...(agent ? { agent } : {}),
      ...(policyFor ? { policyFor } : {}),
    });
  const answers = makeService();
  return {
    answers,
    makeService,
    database,
    source,
    dataSources,
    semantics,
    watch,
    log,
    dataDir,
    ask,
    listen,
    [Symbol.asyncDispose]: dispose,
  };

  async function connect(id: DataSourceId) {
    const row = await database.repositories.dataSources.getById(id);
    if (!row) throw AppError.because('not_found', because('no_such_source'));
    return { source: row, warehouse: around(warehouse) };
  }

  /** Asks and waits for the end. */
  async function ask(question: string, more: Partial<AskInput> = {}, actor = analyst) {
    const { runId, conversationId } = await answers.ask(actor, { question, ...more });
    const events = await listen(runId, actor);
    return {
      runId,
      conversationId,
      events,
      of: <T extends AnswerEvent['type']>(type: T) =>
        events.flatMap((event) => (event.type === type ? [event as Extract<AnswerEvent, { type: T }>] : [])),
    };
  }

  async function listen(runId: RunId, actor = analyst): Promise<AnswerEvent[]> {
    const events: AnswerEvent[] = [];
    for await (const { event } of answers.events(actor, runId, 0, new AbortController().signal)) events.push(event);
    return events;
  }

  async function dispose(): Promise<void> {
    await answers.close();
    await warehouse.close();
    await database[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  }
}
