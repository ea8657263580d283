import type { Actor, AnswerEvent, AuditId, ConversationId, DataPolicy, MessageId, Outcome, Refusal, RunId } from '@majed-vanna/contract';
import type { FinishedAnswer } from '@majed-vanna/db';
import type { Interpretation, Reading } from '@majed-vanna/nlq';
import type { CheckStatement } from '@majed-vanna/sql';
import { SAMPLE_LAST_DAY } from '@majed-vanna/warehouse';
import type { Agent, PreviousStatement } from '../agent/create-agent.ts';
import { chooseChart } from '../charts/choose-chart.ts';
import type { ConnectedSource } from '../data-sources/data-source-service.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { type AnswerStatement, statementOfModel, statementOfReading } from './answer-statement.ts';
import { askModel } from './ask-model.ts';
import { type CountedRows, countRows } from './count-rows.ts';
import { type Execution, executeStatement } from './execute-statement.ts';
import { failureWords } from './failure-words.ts';
import { guardStatement } from './guard-statement.ts';
import { writeHeadline } from './headline/headline.ts';
import { elementsOf } from './plan/plan-reading.ts';
import { languageOf } from './question-text.ts';
import { type ReceiptFacts, receiptOf } from './receipt.ts';
import { createStepTimer } from './step-timer.ts';
import { remarkOn, WORDS } from './words.ts';

export interface QuestionRequest {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly actor: Actor;
  readonly question: string;
  readonly askedAt: Date;
  /** ISO date that "this month" is relative to; the sample company has its own. */
  readonly today: string;
  /** Of the answer before, when it was about the same data. */
  readonly previousPlan: (schemaVersion: string) => Reading['plan'] | null;
  /** The question before and its statement, as they were written, when they were about the same source. */
  readonly previousStatement: PreviousStatement | null;
  /** Aborted to stop the run; its reason says why. */
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly maxRows: number;
}

export interface QuestionPorts {
  readonly semantics: () => Promise<SourceSemantics>;
  readonly connect: () => Promise<ConnectedSource>;
  readonly policy: (semantics: SourceSemantics) => Promise<DataPolicy>;
  readonly checkStatement: CheckStatement;
  /** Asked where the embedded engine is not sure; absent when there is none. */
  readonly agent: Agent | null;
  readonly audit: (outcome: Outcome, details: Readonly<Record<string, unknown>>) => Promise<AuditId>;
  readonly report: (error: unknown) => void;
}

/** Of answers that the embedded engine gives with this confidence, seven in ten are right: what is less sure goes to the model. */
const SURE = 0.7;

/** What is kept of a run. */
export type AnsweredQuestion = Omit<FinishedAnswer, 'finishedAt'>;

/**
 * The answer pipeline: retrieve, understand, guard, execute, chart, explain, receipt. Yields what its listeners see, in
 * order and ending with `done`; never throws: what goes wrong is an outcome.
 */
export async function* answerQuestion(request: QuestionRequest, ports: QuestionPorts): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
  const { runId, conversationId, messageId, question, askedAt, signal } = request;
  const language = languageOf(question);
  const timer = createStepTimer();
  const facts: ReceiptFacts = { runId, askedBy: request.actor.username, askedAt };
  yield { type: 'started', runId, conversationId, messageId, question, language, startedAt: askedAt.toISOString() };
  let kept: AnsweredQuestion = { outcome: 'failed' };
  let modelFailed = false;
  try {
    kept = yield* pipeline();
  } catch (error) {
    const { code, message, unexpected } = failureWords(signal.aborted ? signal.reason : error, language);
    if (unexpected) ports.report(error);
    yield* timer.fail();
    yield { type: 'error', code, message, requestId: unexpected ? runId : null };
    facts.failure = code;
  }
  const receipt = await finalReceipt(kept.outcome);
  if (receipt) yield { type: 'receipt', receipt };
  yield { type: 'done', outcome: kept.outcome, totalMs: timer.totalMs() };
  return { ...kept, receipt };

  async function* pipeline(): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    yield timer.begin('retrieve');
    const [semantics, connected] = await Promise.all([ports.semantics(), ports.connect()]);
    facts.source = connected.source;
    facts.schemaVersion = semantics.schemaVersion;
    signal.throwIfAborted();
    const retrieveMs = timer.spent();
    const previousPlan = request.previousPlan(semantics.schemaVersion);
    const interpretation = semantics.engine.interpret(question, { today: todayOf(connected), ...(previousPlan ? { previousPlan } : {}) });
    const understandMs = timer.spent() - retrieveMs;
    // The engine finds and understands in one go: what it found is known when it has understood.
    yield* timer.done(interpretation.kind === 'answer' ? elementsOf(interpretation.reading.plan) : {}, retrieveMs);
    yield timer.begin('understand');
    if (interpretation.kind !== 'answer' || interpretation.reading.confidence < SURE) {
      const answer = yield* askedModel(semantics, connected);
      if (answer) return answer;
    }
    if (interpretation.kind !== 'answer') return yield* unanswered(interpretation, semantics, understandMs);
    const { reading } = interpretation;
    yield* timer.done({ confidence: Math.round(reading.confidence * 100) / 100 }, understandMs);
    yield { type: 'understood', understanding: { parts: [...reading.understood], confidence: reading.confidence } };
    facts.understood = reading.understood;
    yield { type: 'sql', sql: reading.sql, dialect: reading.dialect };
    return yield* answered(statementOfReading(reading, semantics.model, { question, today: todayOf(connected) }), semantics, connected);
  }

  async function* askedModel(semantics: SourceSemantics, connected: ConnectedSource): AsyncGenerator<AnswerEvent, AnsweredQuestion | null> {
    if (!ports.agent) return null;
    const outcome = yield* askModel(ports.agent, {
      ...request,
      today: todayOf(connected),
      language,
      semantics,
      connected,
      policy: () => ports.policy(semantics),
      checkStatement: ports.checkStatement,
      report: ports.report,
    });
    if (outcome === null) return null;
    const { model, tokens } = outcome;
    facts.model = { name: model, tokens, answered: outcome.kind !== 'failed' };
    const detail = { model, calls: outcome.calls, tokens: tokens.input + tokens.output };
    if (outcome.kind === 'failed') {
      modelFailed = true;
      yield* timer.fail({ ...detail, code: outcome.trouble });
      yield timer.begin('understand');
      return null;
    }
    yield* timer.done(detail);
    if (outcome.kind === 'asks') {
      const options = outcome.asked.options.map((option, index) => ({ id: String(index + 1), ...option }));
      yield { type: 'clarification', prompt: outcome.asked.prompt, options };
      return { outcome: 'needs_clarification' };
    }
    yield { type: 'sql', sql: outcome.statement.sql, dialect: connected.warehouse.dialect };
    return yield* answered(statementOfModel(outcome.statement, outcome.text, question), semantics, connected);
  }

  /** In the sample company nothing happens after its last day: "this month" is its last month. */
  function todayOf({ source }: ConnectedSource): string {
    return source.kind === 'sample' ? SAMPLE_LAST_DAY : request.today;
  }

  async function* answered(
    statement: AnswerStatement,
    semantics: SourceSemantics,
    connected: ConnectedSource,
  ): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    const { warehouse } = connected;
    yield timer.begin('guard');
    const guardWith = async (sql: string, maxRows: number) =>
      guardStatement(ports.checkStatement, warehouse, {
        sql,
        maxRows,
        policy: await ports.policy(semantics),
        signal,
        deadlineMs: request.deadlineMs,
      });
    const verdict = statement.ran?.verdict ?? (await guardWith(statement.sql, request.maxRows));
    if (verdict.verdict === 'deny') return yield* denied(verdict.refusal, statement.sql, semantics);
    yield* timer.done({ tables: verdict.lineage.tables.length, columns: verdict.lineage.columns.length }, statement.ran?.guardMs);
    facts.verdict = verdict;
    signal.throwIfAborted();

    yield timer.begin('execute');
    if (statement.ran) yield* statement.ran.events;
    const run: Execution =
      statement.ran?.execution ??
      (yield* executeStatement({ warehouse, sql: verdict.sql, outputs: statement.outputs, signal, deadlineMs: request.deadlineMs }));
    const counted: CountedRows = await countRows({
      run,
      sql: statement.sql,
      maxRows: request.maxRows,
      guardWith,
      warehouse,
      signal,
      deadlineMs: request.deadlineMs,
      report: ports.report,
    });
    facts.rows = { returned: counted.count ?? run.rows.length, truncated: counted.truncated };
    yield* timer.done({ rows: facts.rows.returned }, statement.ran?.executeMs);

    yield timer.begin('chart');
    const chart = chooseChart({
      columns: run.columns.map((column, index) => ({ ...column, role: statement.outputs[index]?.role ?? null })),
      rows: run.rows,
      question,
      title: statement.title,
      ordered: statement.ordered,
      complete: !run.more,
    });
    yield* timer.done({ type: chart.type });
    yield { type: 'chart', chart };

    yield timer.begin('explain');
    const rowCount = counted.truncated ? null : counted.count;
    yield { type: 'headline', parts: writeHeadline(statement.facts(run, rowCount)) };
    const said = statement.text(run);
    const remark = remarkOn({ ...counted, drawn: run.more && chart.type !== 'table' ? run.rows.length : null }, request.maxRows, language);
    const remarks = [said, modelFailed ? WORDS[language].modelFailed : null, remark].filter((line) => line !== null);
    if (remarks.length > 0) yield { type: 'text', markdown: remarks.join('\n\n') };
    const questions = statement.followUps(semantics);
    if (questions.length > 0) yield { type: 'suggestions', questions };
    yield* timer.done();
    return {
      outcome: 'answered',
      sql: statement.sql,
      executedSql: verdict.sql,
      ...(statement.plan ? { plan: statement.plan } : {}),
      columns: run.columns,
      keptRows: run.rows,
      chart,
    };
  }

  async function* unanswered(
    interpretation: Exclude<Interpretation, { kind: 'answer' }>,
    semantics: SourceSemantics,
    understandMs: number,
  ): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    yield* timer.done({ outcome: interpretation.kind }, understandMs);
    if (interpretation.kind === 'ask') {
      const options = interpretation.readings.map(({ label, question: wording }, index) => ({
        id: String(index + 1),
        label,
        question: wording,
      }));
      yield { type: 'clarification', prompt: interpretation.prompt, options };
      return { outcome: 'needs_clarification' };
    }
    const suggestions = interpretation.suggestions.length > 0 ? [...interpretation.suggestions] : semantics.engine.suggest(language, 3);
    yield { type: 'refusal', reason: interpretation.reason, refusal: null, suggestions };
    return { outcome: 'refused' };
  }

  async function* denied(refusal: Refusal, sql: string, semantics: SourceSemantics): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    yield* timer.fail({ code: refusal.code });
    yield { type: 'refusal', reason: WORDS[language].denied, refusal, suggestions: semantics.engine.suggest(language, 3) };
    return { outcome: 'refused', sql };
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
