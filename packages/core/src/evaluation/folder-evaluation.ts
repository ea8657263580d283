import type { Actor, EvaluationEngine, EvaluationScores } from '@majed-vanna/contract';
import type { Agent } from '../agent/create-agent.ts';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { createCaseRunner } from './case-runner.ts';
import { costOf } from './cost-of.ts';
import type { CaseResult, EvaluationCase } from './evaluation-case.ts';
import { openFolderSource } from './folder-source.ts';
import { askedOf, databaseFile, type KnownQuestion, type QuestionSet } from './question-folders.ts';
import { scoresOf } from './scores-of.ts';

export interface FolderEvaluationDeps {
  /** Asked only by the engine `current`; null when there is none. */
  readonly agent: Agent | null;
  readonly thesaurus: Thesaurus;
  readonly clock: Clock;
  readonly log: Logger;
}

interface FolderRequest {
  readonly sets: readonly QuestionSet[];
  readonly engine: EvaluationEngine;
  /** Of each set, so many questions at most. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly onSet: (set: SetScores) => void;
  readonly onProgress: (name: string, done: number, total: number) => void;
}

export interface SetScores {
  readonly name: string;
  readonly scores: EvaluationScores;
  readonly results: readonly CaseResult[];
}

export type FolderEvaluation = ReturnType<typeof createFolderEvaluation>;

/** Benchmarks through the pipeline that everybody asks through. Their databases are opened read-only, and nothing is kept. */
export function createFolderEvaluation({ agent, thesaurus, clock, log }: FolderEvaluationDeps) {
  return { evaluate };

  /** @throws AppError `forbidden`; Error or WarehouseError for a database that cannot be read; the signal's reason */
  async function evaluate(actor: Actor, request: FolderRequest): Promise<{ sets: SetScores[]; total: EvaluationScores }> {
    requirePermission(actor, 'evaluation.write');
    const prices = request.engine === 'current' ? ((await agent?.endpointFor(actor))?.prices ?? null) : null;
    const scored = (results: readonly CaseResult[]) =>
      scoresOf(
        results.map(({ case: { expected }, verdict, engine, ms, tokens }) => ({
          ...{ expected, verdict, engine, ms, inputTokens: tokens.input, outputTokens: tokens.output, cost: costOf(tokens, prices) },
        })),
      );
    const sets: SetScores[] = [];
    for (const set of request.sets) {
      const results = await evaluateSet(actor, set, request);
      const done = { name: set.name, scores: scored(results), results };
      sets.push(done);
      request.onSet(done);
    }
    return { sets, total: scored(sets.flatMap(({ results }) => results)) };
  }

  /** One database after the other, in the order in which the questions first name them. */
  async function evaluateSet(actor: Actor, set: QuestionSet, { engine, limit, signal, onProgress }: FolderRequest) {
    const questions = askedOf(set, limit);
    const results: CaseResult[] = [];
    for (const [db, asked] of Map.groupBy(questions, (question) => question.db)) {
      signal.throwIfAborted();
      await using opened = await openFolderSource({ name: db, path: databaseFile(set, db), thesaurus, openedAt: clock.now(), log });
      const { source, warehouse, semantics } = opened;
      const runner = createCaseRunner({ dataSources: { connect: async () => ({ source, warehouse }) }, agent, clock, log });
      await runner.runCases({
        ...{ actor, dataSourceId: source.id, semantics, cases: asked.map((one) => caseOf(set, one)), engine, signal },
        onResult(result) {
          results.push({ ...result, position: results.length });
          onProgress(set.name, results.length, questions.length);
        },
      });
    }
    return results;
  }
}

const EXPECTED = { answer: 'answer', ask: 'clarification', refuse: 'refusal' } as const;

function caseOf({ reaction }: QuestionSet, { id, question, golds, today }: KnownQuestion): EvaluationCase {
  const [sql = null, ...alternatives] = reaction === 'answer' ? golds : [];
  return { id, question, expected: EXPECTED[reaction], sql, alternatives, today };
}
