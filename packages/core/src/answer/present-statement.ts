import type { AnswerEvent, Refusal } from '@majed-vanna/contract';
import type { RanStatement } from '../agent/ran-statement.ts';
import { additiveColumns } from '../charts/additive-columns.ts';
import { MAX_CHART_POINTS } from '../charts/chart-limits.ts';
import { chooseChart } from '../charts/choose-chart.ts';
import type { AnsweredQuestion, AnswerRun } from './answer-run.ts';
import type { AnswerStatement } from './answer-statement.ts';
import { insteadOfWished } from './chart-words.ts';
import { type CountedRows, countRows } from './count-rows.ts';
import type { FollowUp } from './follow-ups.ts';
import { guardStatement } from './guard-statement.ts';
import { writeHeadline } from './headline/headline.ts';
import { describedUnderstanding } from './plan/described-statement.ts';
import { runWithRepair, type StatementRun } from './run-with-repair.ts';
import { labelledRows } from './value-labels.ts';
import { remarkOn, troubleWords, WORDS } from './words.ts';

const MAX_FOLLOW_UPS = 3;

/** From a statement to everything that is seen of its answer: guard, execute, chart, explain. */
export async function* presentStatement(run: AnswerRun, statement: AnswerStatement): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
  const { request, ports, language, semantics, timer, facts } = run;
  const { question, signal, deadlineMs, maxRows } = request;
  const { warehouse } = run.connected;
  const guardWith = async (sql: string, rows: number) =>
    guardStatement(ports.checkStatement, warehouse, { sql, maxRows: rows, policy: await ports.policy(semantics), signal, deadlineMs });
  // What a person wrote is repaired when they ask for it.
  const mayAsk = statement.plan !== null || request.fix === true;
  const ran = statement.ran ? yield* retold(statement.ran) : yield* runWithRepair(run, statement, guardWith, mayAsk);
  if (ran.kind === 'repaired') return yield* presentStatement(run, ran.statement);
  if (ran.kind === 'denied') return yield* denied(ran.refusal);
  const { sql, verdict, execution } = ran;
  const counted: CountedRows = await countRows({
    run: execution,
    sql,
    maxRows,
    guardWith,
    warehouse,
    signal,
    deadlineMs,
    report: ports.report,
  });
  facts.rows = { returned: counted.count ?? execution.rows.length, truncated: counted.truncated };
  yield* timer.done({ rows: facts.rows.returned }, statement.ran?.executeMs);

  const understood = facts.understood ? null : describedUnderstanding(verdict, semantics.model, language);
  if (understood) {
    facts.understood = understood;
    // Not guessed: the statement says it of itself.
    yield { type: 'understood', understanding: { parts: understood, confidence: 1 } };
  }
  yield timer.begin('chart');
  const rowCount = counted.truncated ? null : counted.count;
  const told = statement.facts({ ...execution, rows: labelledRows(execution.columns, execution.rows) }, rowCount);
  const summed = additiveColumns(statement.plan ? '' : sql);
  const chart =
    statement.chart ??
    chooseChart({
      columns: execution.columns.map((column, index) => ({
        ...column,
        role: statement.outputs[index]?.role ?? null,
        additive: told.columns[index]?.additive || summed.has(column.name),
      })),
      rows: execution.rows,
      question,
      title: statement.title,
      ordered: statement.ordered,
      complete: !execution.more,
    });
  yield* timer.done({ type: chart.type });
  yield { type: 'chart', chart };

  yield timer.begin('explain');
  yield { type: 'headline', parts: writeHeadline(told) };
  const drawn = execution.more && chart.type !== 'table' ? execution.rows.length : null;
  // Too many rows, or only the first of more, are told of by other words.
  const drawable = execution.rows.length > 0 && execution.rows.length <= MAX_CHART_POINTS && !execution.more;
  const unmet = drawable && !statement.chart ? insteadOfWished(question, chart, language) : null;
  const remarks = [statement.text(execution), ...run.notices, unmet, remarkOn({ ...counted, drawn }, maxRows, language)];
  const said = remarks.filter((line) => line !== null).join('\n\n');
  // What was said while the model wrote is replaced, also by nothing.
  if (said !== '' || statement.ran) yield { type: 'text', markdown: said };
  const questions = await askable(statement.followUps(semantics, verdict.lineage));
  if (questions.length > 0) yield { type: 'suggestions', questions };
  yield* timer.done();
  return {
    outcome: 'answered',
    sql,
    executedSql: verdict.sql,
    ...(statement.plan ? { plan: statement.plan } : {}),
    columns: execution.columns,
    keptRows: execution.rows,
    chart,
  };

  /** Of what may be asked next, what the asker may read. A database that fails meanwhile takes nothing from the answer. */
  async function askable(followUps: Iterable<FollowUp>): Promise<string[]> {
    const allowed: string[] = [];
    try {
      for (const next of followUps) {
        if ((await guardWith(next.sql, maxRows)).verdict === 'allow') allowed.push(next.question);
        if (allowed.length === MAX_FOLLOW_UPS) break;
      }
    } catch (error) {
      signal.throwIfAborted();
      ports.report(error);
    }
    return allowed;
  }

  /** It was guarded and run while it was found. */
  async function* retold({ sql, verdict, execution, events, guardMs }: RanStatement): AsyncGenerator<AnswerEvent, StatementRun> {
    yield timer.begin('guard');
    yield* timer.done({ tables: verdict.lineage.tables.length, columns: verdict.lineage.columns.length }, guardMs);
    facts.verdict = verdict;
    signal.throwIfAborted();
    yield timer.begin('execute');
    yield* events;
    return { kind: 'ran', sql, verdict, execution };
  }

  async function* denied(refusal: Refusal): AsyncGenerator<AnswerEvent, AnsweredQuestion> {
    yield* timer.fail({ code: refusal.code });
    yield {
      type: 'refusal',
      reason: [WORDS[language].denied, facts.modelTrouble ? troubleWords(facts.modelTrouble, language) : ''].join(' ').trim(),
      refusal,
      suggestions: semantics.engine.suggest(language, 3),
    };
    return { outcome: 'refused', sql: statement.sql };
  }
}
