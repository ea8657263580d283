import type { AnswerEvent, Outcome } from '@majed-vanna/contract';
import type { Interpretation } from '@majed-vanna/nlq';
import { SAMPLE_LAST_DAY } from '@majed-vanna/warehouse';
import type { AnsweredQuestion, AnswerRun, QuestionPorts, QuestionRequest, Way } from './answer-run.ts';
import { failureWords } from './failure-words.ts';
import { elementsOf } from './plan/plan-reading.ts';
import { presentStatement } from './present-statement.ts';
import { languageOf } from './question-text.ts';
import { type ReceiptFacts, receiptOf } from './receipt.ts';
import { createStepTimer } from './step-timer.ts';
import { languageModel } from './ways/language-model.ts';
import { manualStatement } from './ways/manual-statement.ts';
import { possibleReading } from './ways/possible-reading.ts';
import { sureReading } from './ways/sure-reading.ts';
import { verifiedQuestion } from './ways/verified-question.ts';

/** In this order; the first that finds something has it. The last one always does. */
const WAYS: readonly Way[] = [manualStatement, verifiedQuestion, sureReading, languageModel, possibleReading];

/**
 * The answer pipeline: retrieve, understand, guard, execute, chart, explain, receipt. Yields what its listeners see behind
 * `started`, in order and ending with `done`; never throws: what goes wrong is an outcome.
 */
export async function* answerQuestion(request: QuestionRequest, ports: QuestionPorts): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
  const { runId, conversationId, question, askedAt, signal } = request;
  const language = languageOf(question);
  const timer = createStepTimer();
  const facts: ReceiptFacts = { runId, askedBy: request.actor.username, askedAt };
  let kept: AnsweredQuestion = { outcome: 'failed' };
  try {
    kept = yield* pipeline();
  } catch (error) {
    const { code, message, unexpected } = failureWords(signal.aborted ? signal.reason : error, language, facts.source?.dialect);
    if (unexpected) ports.report(error);
    yield* timer.fail();
    yield { type: 'error', code, message, requestId: unexpected ? runId : null };
    facts.failure = code;
  }
  const receipt = await finalReceipt(kept.outcome);
  if (receipt) yield { type: 'receipt', receipt };
  yield { type: 'done', outcome: kept.outcome, totalMs: timer.totalMs() };
  return { ...kept, receipt, ...(facts.prompt ? { prompt: facts.prompt } : {}) };

  async function* pipeline(): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    yield timer.begin('retrieve');
    const run = await begun();
    for (const way of WAYS) {
      const found = yield* way(run);
      if (found?.kind === 'over') return found.answered;
      if (found) return yield* presentStatement(run, found.statement);
    }
    throw new Error('no way leads to an answer');
  }

  async function begun(): Promise<AnswerRun> {
    const [semantics, connected] = await Promise.all([ports.semantics(), ports.connect()]);
    facts.source = connected.source;
    facts.schemaVersion = semantics.schemaVersion;
    facts.semanticVersion = semantics.semanticVersion;
    signal.throwIfAborted();
    // In the sample company nothing happens after its last day: "this month" is its last month.
    const today = connected.source.kind === 'sample' ? SAMPLE_LAST_DAY : request.today;
    const retrieveMs = timer.spent();
    let known: Interpretation | null = null;
    const previousPlan = request.previousPlan(semantics.schemaVersion);
    const leaning = request.earlier.length > 0 || request.afterNoAnswer ? semantics.engine.leaning(question) : 'whole';
    const asked = { request, ports, language, today, previousPlan, leaning } as const;
    return { ...asked, semantics, connected, timer, facts, notices: [], interpretation };

    async function* interpretation(): AsyncGenerator<AnswerEvent, Interpretation> {
      if (known) return known;
      known = semantics.engine.interpret(question, { today, ...(previousPlan ? { previousPlan } : {}) });
      // The engine finds and understands in one go: what it found is known when it has understood.
      yield* timer.done(known.kind === 'answer' ? elementsOf(known.reading.plan) : {}, retrieveMs);
      yield timer.begin('understand');
      return known;
    }
  }

  /** Without a source there is nothing to give a receipt of; a log that cannot be written must not hide the answer's end. */
  async function finalReceipt(outcome: Outcome) {
    const entry = await ports
      .audit(outcome, {
        conversationId,
        ...(facts.failure ? { code: facts.failure } : {}),
        tables: facts.verdict?.lineage.tables ?? [],
        rows: facts.rows?.returned ?? 0,
      })
      .catch((error: unknown) => {
        ports.report(error);
        return null;
      });
    return receiptOf(facts, { auditId: entry, timings: timer.timings(), totalMs: timer.totalMs() });
  }
}
