import type { AnswerEvent } from '@majed-vanna/contract';
import { verifiedMatcher } from '../../learning/verified-matchers.ts';
import { withLiterals } from '../../learning/written-statement.ts';
import type { VerifiedPair } from '../../semantics/knowledge.ts';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementAsWritten } from '../answer-statement.ts';
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
  if (verified.length === 0) return null;
  const matched = verifiedMatcher(semantics).match(request.question, today);
  if (matched.kind === 'none') return null;
  const policy = await run.ports.policy(semantics);
  if (matched.kind === 'several') return yield* offered(verified.filter(({ id }) => matched.ids.includes(id)));
  const pair = verified.find(({ id }) => id === matched.id);
  const sql = pair && withLiterals(pair.sql, matched.edits, connected.warehouse.dialect);
  if (!pair || !sql) return null;
  const attempt = await runForModel(run, policy)(sql, request.signal);
  if (attempt.kind === 'failed') return null;
  const { id, question } = pair;
  yield* timer.done({ verified: question });
  yield { type: 'sql', sql, dialect: connected.warehouse.dialect };
  facts.engine = 'verified';
  facts.verified = { id, question };
  run.ports.verifiedUsed?.(id);
  return { kind: 'statement', statement: statementAsWritten(sql, request.question, attempt.statement) };

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
