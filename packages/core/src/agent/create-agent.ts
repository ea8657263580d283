import type { Actor, ChartSpec } from '@majed-vanna/contract';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { AgentLimits } from './agent-limits.ts';
import type { AgentLeave, AgentModels, AgentTools, AgentUsage } from './agent-ports.ts';
import type { AgentOutcome, AgentProgress, AgentQuestion } from './agent-question.ts';
import { limitsOfModel } from './limits-of-model.ts';
import type { AgentSearch } from './relevant.ts';
import { workOnQuestion } from './work-on-question.ts';

export interface AgentDeps {
  readonly models: AgentModels;
  /** Absent: every tool, counted by nobody. */
  readonly tools?: AgentTools;
  /** Absent: no quotas. */
  readonly usage?: AgentUsage;
  readonly search: AgentSearch;
  readonly limits?: Partial<AgentLimits>;
}

export interface Agent {
  /** Whom this actor's questions are sent to; null when the embedded engine answers alone. */
  endpointFor(actor: Actor): Promise<ModelEndpoint | null>;
  /**
   * Tells what the model does as it does it, and in the end what came of it. A model or a database that fails is an outcome.
   * @throws the signal's reason
   */
  answer(endpoint: ModelEndpoint, question: AgentQuestion): AsyncGenerator<AgentProgress, AgentOutcome>;
}

/** Asks a language model. Loads nothing until the first question. */
export function createAgent({ models, tools, usage, search, limits: given = {} }: AgentDeps): Agent {
  return { endpointFor, answer };

  /** Without the tool that runs statements a model can answer nothing. */
  async function endpointFor(actor: Actor): Promise<ModelEndpoint | null> {
    const enabled = await tools?.enabledFor(actor.role);
    return enabled && !enabled.has('run_sql') ? null : models.endpointFor(actor);
  }

  async function* answer(endpoint: ModelEndpoint, question: AgentQuestion): AsyncGenerator<AgentProgress, AgentOutcome> {
    const leave: AgentLeave | null = usage ? await usage.admit(question.actor) : UNLIMITED;
    if (leave === null)
      return { kind: 'failed', trouble: 'quota_reached', model: endpoint.model, tokens: { input: 0, output: 0 }, calls: 0 };
    const limits = { ...limitsOfModel(endpoint, given), ...(question.toRepair ? FOR_REPAIR : {}) };
    const work = workOnQuestion(endpoint, question, {
      limits: { ...limits, tokens: Math.min(limits.tokens, leave.tokens ?? limits.tokens) },
      tools: tools ?? null,
      search,
    });
    try {
      return yield* work.progress();
    } finally {
      await leave.settle(endpoint, work.used());
    }
  }
}

/** Of a statement that failed: one more may be tried. */
const FOR_REPAIR = { steps: 4, repairs: 0 };

const UNLIMITED: AgentLeave = { tokens: null, settle: async () => undefined };

/** A chart counts for the statement that it was drawn of. */
export interface DrawnChart {
  readonly chart: ChartSpec;
  readonly sql: string;
}
