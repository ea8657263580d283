import type { ChartSpec, Language, StatementLineage } from '@majed-vanna/contract';
import type { PlanOutput, QueryPlan, Reading, SemanticModel } from '@majed-vanna/nlq';
import type { AgentOutcome } from '../agent/agent-question.ts';
import type { RanStatement } from '../agent/ran-statement.ts';
import { tidySentence } from '../agent/tidy-sentence.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { Execution } from './execute-statement.ts';
import { type FollowUp, followUpsOf } from './follow-ups.ts';
import type { AnswerFacts } from './headline/answer-facts.ts';
import { factsOfColumns } from './headline/facts-of-columns.ts';
import { answerFactsOf } from './plan/answer-facts-of.ts';
import { answerTitle } from './plan/answer-title.ts';
import { languageOf, titleOf } from './question-text.ts';
import { figureCheck } from './spoken-figures.ts';
import { wholeFollowUps } from './whole-follow-ups.ts';

/** A statement that answers a question, with what is known of it, whoever wrote it. */
export interface AnswerStatement {
  readonly sql: string;
  /** Per column, in order; none without a plan. */
  readonly outputs: readonly PlanOutput[];
  readonly title: string;
  /** It orders its rows itself. */
  readonly ordered: boolean;
  readonly plan: QueryPlan | null;
  /** Absent: chosen from the result. */
  readonly chart?: ChartSpec;
  /** Present when it was guarded and run while it was found. */
  readonly ran: RanStatement | null;
  facts(run: Execution, rowCount: number | null): AnswerFacts;
  /** What its author says of the result; null for nothing that may be shown. */
  text(run: Execution): string | null;
  /** Questions that may be asked next, best first; each was understood by the embedded engine. */
  followUps(semantics: SourceSemantics, lineage: StatementLineage): Iterable<FollowUp>;
}

interface Asked {
  readonly question: string;
  readonly today: string;
}

export function statementOfReading(reading: Reading, model: SemanticModel, { question, today }: Asked): AnswerStatement {
  const language = languageOf(question);
  return {
    sql: reading.sql,
    outputs: reading.outputs,
    title: answerTitle(reading, model, language),
    ordered: reading.plan.orderBy.length > 0,
    plan: reading.plan,
    ran: null,
    facts: ({ rows }, rowCount) => answerFactsOf({ reading, model, language, rows, rowCount }),
    text: () => null,
    followUps: ({ engine }) => followUpsOf({ engine, model, reading, language, today }),
  };
}

export function statementOfModel(
  { statement: ran, text, chart }: Extract<AgentOutcome, { kind: 'answered' }>,
  { question, today }: Asked,
): AnswerStatement {
  const language: Language = languageOf(question);
  return {
    sql: ran.sql,
    outputs: [],
    title: titleOf(question),
    ordered: /\border\s+by\b/i.test(ran.sql),
    plan: null,
    ran,
    ...(chart ? { chart } : {}),
    facts: ({ columns, rows }, rowCount) => factsOfColumns(columns, rows, rowCount, language),
    text({ rows }) {
      const sentence = tidySentence(text, language);
      return sentence !== null && figureCheck(rows, question, ran.sql)(sentence) ? sentence : null;
    },
    followUps: ({ engine, model }, lineage) => wholeFollowUps({ engine, model, lineage, language, today }),
  };
}

/** A statement that no plan and no model stands behind; `ran` when it was run already. */
export function statementAsWritten(sql: string, { question, today }: Asked, ran: RanStatement | null): AnswerStatement {
  const language: Language = languageOf(question);
  return {
    sql,
    outputs: [],
    title: titleOf(question),
    ordered: /\border\s+by\b/i.test(sql),
    plan: null,
    ran,
    facts: ({ columns, rows }, rowCount) => factsOfColumns(columns, rows, rowCount, language),
    text: () => null,
    followUps: ({ engine, model }, lineage) => wholeFollowUps({ engine, model, lineage, language, today }),
  };
}
