import type { AnswerEvent } from '@majed-vanna/contract';
import type { Reading } from '@majed-vanna/nlq';
import { sameStatement } from '../../learning/proposals.ts';
import { verifiedMatcher } from '../../learning/verified-matchers.ts';
import { withLiterals } from '../../learning/written-statement.ts';
import type { VerifiedPair } from '../../semantics/knowledge.ts';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementAsWritten, statementOfReading } from '../answer-statement.ts';
import { guardStatement } from '../guard-statement.ts';
import { runForModel } from '../run-for-model.ts';
import { WORDS } from '../words.ts';

const MOST_OFFERED = 3;

/**
 * The statement that a reviewer confirmed for this question, or for this question with other values. What the asker may
 * not run, and what does not run any more, is left to the other ways without a word.
 */
export async function* verifiedQuestion(run: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  const { request, semantics, connected, timer, facts, today, language } = run;
  const { verified } = semantics.knowledge;
  // What goes on from an answer is not what a reviewer saw, though it be said in the same words.
  if (verified.length === 0 || run.leaning === 'leaning') return null;
  const matched = verifiedMatcher(semantics).match(request.question, today);
  if (matched.kind === 'none') return null;
  const policy = await run.ports.policy(semantics);
  if (matched.kind === 'several') return yield* offered(verified.filter(({ id }) => matched.ids.includes(id)));
  const pair = verified.find(({ id }) => id === matched.id);
  const sql = pair && withLiterals(pair.sql, matched.edits, connected.warehouse.dialect);
  if (!pair || !sql) return null;
  const reading = sameReading(run, sql);
  if (reading && !(await mayRun(run, { ...pair, sql }))) return null;
  if (reading) {
    yield* told(pair, sql);
    return { kind: 'statement', statement: statementOfReading(reading, semantics.model, { question: request.question, today }) };
  }
  const attempt = await runForModel(run, policy)(sql, request.signal);
  if (attempt.kind === 'failed') return null;
  yield* told(pair, sql);
  return { kind: 'statement', statement: statementAsWritten(sql, { question: request.question, today }, attempt.statement) };

  async function* told({ id, question }: VerifiedPair, sql: string): AsyncGenerator<AnswerEvent, void> {
    yield* timer.done({ verified: question });
    yield { type: 'sql', sql, dialect: connected.warehouse.dialect };
    facts.engine = 'verified';
    facts.verified = { id, question };
    run.ports.verifiedUsed?.(id);
  }

  async function* offered(pairs: readonly VerifiedPair[]): AsyncGenerator<AnswerEvent, Found | null> {
    const allowed = [];
    for (const one of pairs.slice(0, 2 * MOST_OFFERED)) if (await mayRun(run, one)) allowed.push(one);
    if (allowed.length < 2) return null;
    yield* timer.done({ verified: allowed.length });
    const options = allowed.slice(0, MOST_OFFERED).map(({ question: label }, at) => ({ id: String(at + 1), label, question: label }));
    yield { type: 'clarification', prompt: WORDS[language].didYouMean, options };
    return { kind: 'over', answered: { outcome: 'needs_clarification' } };
  }
}

/** The engine's own reading of the question, when it is this very statement: then there is a plan to go on from. */
function sameReading({ semantics, request, today }: AnswerRun, sql: string): Reading | null {
  const alone = semantics.engine.interpret(request.question, { today });
  return alone.kind === 'answer' && sameStatement(alone.reading.sql, sql) ? alone.reading : null;
}

/** Confirmed questions that a question may have been meant to be, as far as the asker may run them. */
export async function nearVerified(run: AnswerRun, count: number): Promise<string[]> {
  const { semantics, request } = run;
  const { verified } = semantics.knowledge;
  if (verified.length === 0) return [];
  const near = verifiedMatcher(semantics).near(request.question, 2 * count);
  const questions: string[] = [];
  for (const pair of verified.filter(({ id }) => near.includes(id)))
    if (questions.length < count && (await mayRun(run, pair))) questions.push(pair.question);
  return questions;
}

async function mayRun({ ports, semantics, connected, request }: AnswerRun, { sql }: VerifiedPair): Promise<boolean> {
  const { maxRows, signal, deadlineMs } = request;
  const policy = await ports.policy(semantics);
  const verdict = await guardStatement(ports.checkStatement, connected.warehouse, { sql, policy, maxRows, signal, deadlineMs });
  return verdict.verdict === 'allow';
}
