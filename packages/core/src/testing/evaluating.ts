import type { Actor } from '@majed-vanna/contract';
import { newId } from '@majed-vanna/contract';
import type { Agent } from '../agent/create-agent.ts';
import { createCaseRunner } from '../evaluation/case-runner.ts';
import { createEvaluationService } from '../evaluation/evaluation-service.ts';
import { createGoldenSetService } from '../evaluation/golden-set-service.ts';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import { createAnswering } from './answering.ts';

type Answering = Awaited<ReturnType<typeof createAnswering>>;

interface Options {
  readonly readings?: number;
  readonly agent?: Agent;
  readonly endpoint?: ModelEndpoint;
  /** Called before every case. */
  readonly beforeCase?: (count: number) => Promise<void>;
}

export const administrator: Actor = { userId: newId('usr'), username: 'huda', role: 'admin', attributes: {} };

/** Golden questions about the small shop, on a real system database. */
export async function createEvaluating({ readings = 0, agent, endpoint, beforeCase = async () => undefined }: Options = {}) {
  const answering = await createAnswering({ readings, ...(agent ? { agent } : {}) });
  const { database, semantics, log, source } = answering;
  const clock = { now: () => new Date(Date.UTC(2026, 2, 10, 9) + ++minutes * 60_000) };
  let minutes = 0;
  let cases = 0;
  const dataSources = {
    async connect(id: Parameters<Answering['dataSources']['connect']>[0]) {
      await beforeCase(++cases);
      return answering.dataSources.connect(id);
    },
  };
  const runner = createCaseRunner({ dataSources, agent: agent ?? null, clock, log });
  const models = { endpointFor: async () => endpoint ?? null };
  const makeService = () => createEvaluationService({ database, semantics, runner, models, clock, log });
  const evaluations = makeService();
  const goldenSets = createGoldenSetService({ database, semantics, clock });
  return { ...answering, evaluations, makeService, goldenSets, setOf, evaluate };

  /** A set of cases as lines: `question`, or `question => expected` or `question => statement`. */
  async function setOf(name: string, ...lines: readonly string[]) {
    const { id } = await goldenSets.create(administrator, { dataSourceId: source.id, name });
    if (id === null) throw new Error('a new set has an id');
    for (const line of lines) {
      const [question = '', right = 'refusal'] = line.split(' => ');
      const expected = right === 'refusal' || right === 'clarification' ? right : 'answer';
      await goldenSets.saveCase(administrator, { setId: id, body: { question, expected, sql: expected === 'answer' ? right : null } });
    }
    return id;
  }

  /** Starts an evaluation and waits for its end. */
  async function evaluate(input: Partial<Parameters<typeof evaluations.start>[1]> = {}) {
    const started = await evaluations.start(administrator, {
      ...{ dataSourceId: source.id, setId: null, engine: 'embedded', withChanges: false },
      ...input,
    });
    await evaluations.settled(started.runId);
    return { ...started, ...(await evaluations.get(administrator, started.runId)) };
  }
}
