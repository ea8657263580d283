import type { Actor, AnswerEvent, DataSourceId, EvaluationEngine, Receipt } from '@majed-vanna/contract';
import { newId } from '@majed-vanna/contract';
import { questionKey } from '@majed-vanna/nlq';
import { type CheckStatement, checkStatement as guard } from '@majed-vanna/sql';
import type { Agent } from '../agent/create-agent.ts';
import { ANSWER_LIMITS } from '../answer/answer-limits.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { AnsweredQuestion } from '../answer/answer-run.ts';
import { RunStopped } from '../answer/failure-words.ts';
import { localDate } from '../answer/local-date.ts';
import { createRunDeadline } from '../answer/run-deadline.ts';
import type { ConnectedSource, DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock, Logger } from '../ports.ts';
import { readsEverything } from '../results/reads-everything.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { CaseResult, EvaluationCase } from './evaluation-case.ts';
import { judgeAnswer } from './judge-answer.ts';
import { verdictOf } from './verdict-of.ts';

export interface CaseRunnerDeps {
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  /** Asked only by the engine `current`; null when there is none. */
  readonly agent: Agent | null;
  readonly checkStatement?: CheckStatement;
  /** Absent: `readsEverything`. */
  readonly policyFor?: PolicyFor;
  readonly clock: Clock;
  readonly log: Logger;
  /** A question is stopped after this, and so is a statement that is known to be right. */
  readonly deadlineMs?: number;
  /** Of a result, so many rows are compared at most. */
  readonly maxRows?: number;
}

export interface CasesRequest {
  /** Whose rights and budget count. */
  readonly actor: Actor;
  readonly dataSourceId: DataSourceId;
  readonly semantics: SourceSemantics;
  readonly cases: readonly EvaluationCase[];
  readonly engine: EvaluationEngine;
  /** Leaves the case's own confirmed question out: what is answered from itself measures nothing. */
  readonly holdOut?: boolean;
  readonly signal: AbortSignal;
  readonly onResult?: (result: CaseResult) => void | Promise<void>;
}

export type CaseRunner = ReturnType<typeof createCaseRunner>;

/** Asks golden questions through the pipeline that everybody asks through, and scores what comes of them. */
export function createCaseRunner({
  dataSources,
  agent,
  checkStatement = guard,
  policyFor = readsEverything,
  clock,
  log,
  deadlineMs = ANSWER_LIMITS.deadlineMs,
  maxRows = ANSWER_LIMITS.maxRows,
}: CaseRunnerDeps) {
  return { runCases, hasModel };

  /**
   * One case after the other; nothing of it is kept as a conversation. A case that fails is a result.
   * @throws the signal's reason; what `onResult` throws; AppError `not_found` when the source is gone
   */
  async function runCases(request: CasesRequest): Promise<CaseResult[]> {
    const results: CaseResult[] = [];
    for (const [position, one] of request.cases.entries()) {
      request.signal.throwIfAborted();
      const semantics = request.holdOut ? without(request.semantics, one.question) : request.semantics;
      const result = await runCase({ ...request, semantics }, one, position);
      // What was stopped half way says nothing.
      request.signal.throwIfAborted();
      results.push(result);
      await request.onResult?.(result);
    }
    return results;
  }

  /** Whether questions of this actor can go to a model. One whose settings cannot be read is one. */
  async function hasModel(actor: Actor): Promise<boolean> {
    return agent !== null && (await agent.endpointFor(actor).catch(() => 'unreadable')) !== null;
  }

  async function runCase(request: CasesRequest, one: EvaluationCase, position: number): Promise<CaseResult> {
    const connected = await dataSources.connect(request.dataSourceId);
    const deadline = new AbortController();
    const timer = createRunDeadline(deadlineMs, () => deadline.abort(new RunStopped('deadline')));
    try {
      const asked = await ask(request, connected, one, AbortSignal.any([request.signal, deadline.signal]), timer.allow);
      timer.clear();
      const judged = await judge(request, connected, one, asked);
      return {
        position,
        case: one,
        outcome: asked.answer.outcome,
        sql: asked.answer.sql ?? null,
        engine: asked.receipt?.engine ?? null,
        model: asked.receipt?.model ?? null,
        ms: asked.ms,
        tokens: asked.receipt?.tokens ?? { input: 0, output: 0 },
        ...judged,
      };
    } finally {
      timer.clear();
    }
  }

  async function ask(
    { actor, dataSourceId, semantics, engine }: CasesRequest,
    connected: ConnectedSource,
    one: EvaluationCase,
    signal: AbortSignal,
    allow: (ms: number) => void,
  ) {
    const askedAt = clock.now();
    const runId = newId('run');
    const events = answerQuestion(
      {
        runId,
        conversationId: newId('cnv'),
        actor,
        question: one.question,
        askedAt,
        today: one.today ?? localDate(askedAt),
        previousPlan: () => null,
        earlier: [],
        signal,
        deadlineMs,
        allow,
        maxRows,
      },
      {
        semantics: async () => semantics,
        connect: async () => connected,
        policy: (known) => policyFor(actor, dataSourceId, known),
        checkStatement,
        agent: engine === 'current' ? agent : null,
        // Nobody is shown this receipt: the evaluation as a whole stands in the audit log.
        audit: async () => newId('aud'),
        report: (error) => log.error({ caseId: one.id, err: error }, 'evaluation case met an unexpected failure'),
      },
    );
    return collect(events);
  }

  async function judge(
    { actor, dataSourceId, semantics, signal }: CasesRequest,
    { warehouse }: ConnectedSource,
    one: EvaluationCase,
    asked: Asked,
  ) {
    const verdict = verdictOf(one.expected, asked.answer.outcome);
    if (verdict !== null) return { verdict, note: asked.words };
    const policy = await policyFor(actor, dataSourceId, semantics);
    return judgeAnswer({ checkStatement, warehouse, policy, signal, deadlineMs, maxRows }, one, asked);
  }
}

export interface Asked {
  readonly answer: AnsweredQuestion;
  readonly receipt: Receipt | null;
  /** What was said instead of an answer. */
  readonly words: string | null;
  readonly ms: number;
}

async function collect(events: AsyncGenerator<AnswerEvent, AnsweredQuestion>): Promise<Asked> {
  let receipt: Receipt | null = null;
  let words: string | null = null;
  let ms = 0;
  for (;;) {
    const { done, value } = await events.next();
    if (done) return { answer: value, receipt, words, ms };
    if (value.type === 'receipt') receipt = value.receipt;
    else if (value.type === 'refusal') words = value.refusal?.message ?? value.reason;
    else if (value.type === 'clarification') words = [value.prompt, ...value.options.map(({ label }) => label)].join(' | ');
    else if (value.type === 'error') words = value.message;
    else if (value.type === 'done') ms = value.totalMs;
  }
}

function without(semantics: SourceSemantics, question: string): SourceSemantics {
  const verified = semantics.knowledge.verified.filter((pair) => questionKey(pair.question) !== questionKey(question));
  return { ...semantics, knowledge: { ...semantics.knowledge, verified } };
}
