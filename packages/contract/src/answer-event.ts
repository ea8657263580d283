import { z } from 'zod';
import { chartSpec } from './chart-spec.ts';
import { dialect, language } from './dialect.ts';
import { guardInjections, refusal, statementLineage } from './guard.ts';
import { auditId, conversationId, dataSourceId, messageId, runId, verifiedQuestionId } from './ids.ts';
import { dataToLlm } from './model-profile.ts';
import { cell, resultColumn } from './result.ts';

/** How a run ended; each is an answer to the person, none is an error of the program. */
export const outcome = z.enum(['answered', 'needs_clarification', 'refused', 'failed']);
export type Outcome = z.infer<typeof outcome>;

/** Parts of a run, in their order; a run leaves out what it does not need. */
export const stepName = z.enum(['retrieve', 'understand', 'guard', 'budget', 'execute', 'repair', 'chart', 'explain']);
export type StepName = z.infer<typeof stepName>;

/** A piece of "Understood as …": plain words, or a term with its definition. */
export const understoodPart = z.object({
  text: z.string(),
  /** What the term stands for, e.g. `sum of sales.order_lines.net_amount`; null for plain words. */
  definition: z.string().nullable(),
});
export type UnderstoodPart = z.infer<typeof understoodPart>;

/** `confidence`: the estimated probability that the reading is the one that was meant. */
export const understanding = z.object({ parts: z.array(understoodPart), confidence: z.number().min(0).max(1) });
export type Understanding = z.infer<typeof understanding>;

/** The answer's first line in runs of text; `figure` is set in bold, `up`/`down` also coloured. */
export const headlinePart = z.object({ text: z.string(), tone: z.enum(['plain', 'figure', 'up', 'down']) });
export type HeadlinePart = z.infer<typeof headlinePart>;

export const clarificationOption = z.object({
  id: z.string(),
  label: z.string(),
  /** The question to ask again when this option is chosen. */
  question: z.string(),
});
export type ClarificationOption = z.infer<typeof clarificationOption>;

/** A statement that was refused or failed on the way to the answer. */
export const failedAttempt = z.object({
  sql: z.string(),
  /** In words for the person. */
  problem: z.string(),
});
export type FailedAttempt = z.infer<typeof failedAttempt>;

/** How an answer came about: enough to check it, and to run it again. */
export const receipt = z.object({
  runId,
  /** `embedded` without a language model, `verified` from a confirmed pair, `model` by a language model, `manual` by a person. */
  engine: z.enum(['embedded', 'verified', 'model', 'manual']),
  /** The language model that was asked; with the embedded engine's answer, one that failed. */
  model: z.string().nullable(),
  /** What the model read and wrote; absent when none was asked. */
  tokens: z.object({ input: z.number().int(), output: z.number().int() }).nullable().optional(),
  /** Why a model that is active gave no answer, a `ModelTrouble`; absent when it was not asked or answered. */
  modelTrouble: z.string().nullable().optional(),
  /** What a model that was asked might see of the data; absent when none was asked. */
  dataToLlm: dataToLlm.optional(),
  /** Tried before the statement that ran. */
  attempts: z.array(failedAttempt).optional(),
  /** The confirmed question that was used. */
  verified: z.object({ id: verifiedQuestionId, question: z.string() }).nullable().optional(),
  dataSource: z.object({ id: dataSourceId, name: z.string(), dialect }),
  /** The statement as it was executed, after the guard. */
  executedSql: z.string().nullable(),
  /** What it read, and what the guard put in; null when nothing was executed. */
  lineage: statementLineage.nullable(),
  injections: guardInjections.nullable(),
  /** Metrics and terms that the question was read with. */
  definitions: z.array(z.object({ term: z.string(), definition: z.string() })),
  /** `truncated`: the row limit was reached, and there may be more. */
  rows: z.object({ returned: z.number().int(), truncated: z.boolean() }),
  /** Milliseconds per step. */
  timings: z.array(z.object({ step: stepName, ms: z.number() })),
  totalMs: z.number(),
  /** The state of the schema that the question was read against. */
  schemaVersion: z.string(),
  /** The published semantic layer that it was read with. */
  semanticVersion: z.number().int().optional(),
  /** Null when the audit log could not be written. */
  auditId: auditId.nullable(),
  /** User name. */
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
});
export type Receipt = z.infer<typeof receipt>;

/** What a run tells its listeners, in order. `done` is always the last event. */
export const answerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), runId, conversationId, messageId, question: z.string(), language, startedAt: z.iso.datetime() }),
  z.object({
    type: z.literal('step'),
    step: stepName,
    state: z.enum(['running', 'done', 'failed']),
    /** Facts for the timeline, e.g. counts. */
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Null while the step is running. */
    ms: z.number().nullable(),
  }),
  z.object({ type: z.literal('understood'), understanding }),
  /** As written by the engine; what the guard made of it, and was executed, is in the receipt. */
  z.object({ type: z.literal('sql'), sql: z.string(), dialect }),
  z.object({ type: z.literal('columns'), columns: z.array(resultColumn) }),
  /** The next kept rows; several such events follow each other. */
  z.object({ type: z.literal('rows'), rows: z.array(z.array(cell)) }),
  z.object({ type: z.literal('chart'), chart: chartSpec }),
  z.object({ type: z.literal('headline'), parts: z.array(headlinePart) }),
  /** A piece of what the model is saying, before it was checked; the next `text` replaces all of it. */
  z.object({ type: z.literal('text_delta'), text: z.string() }),
  z.object({ type: z.literal('text'), markdown: z.string() }),
  z.object({ type: z.literal('attempt'), attempt: failedAttempt }),
  z.object({ type: z.literal('clarification'), prompt: z.string(), options: z.array(clarificationOption) }),
  /** `reason` in words for the person; `refusal` when it was the guard that refused. */
  z.object({ type: z.literal('refusal'), reason: z.string(), refusal: refusal.nullable(), suggestions: z.array(z.string()) }),
  z.object({ type: z.literal('suggestions'), questions: z.array(z.string()) }),
  z.object({ type: z.literal('receipt'), receipt }),
  /** `code` is an `ErrorCode`; `requestId` leads to the cause in the log, null when nothing unexpected happened. */
  z.object({ type: z.literal('error'), code: z.string(), message: z.string(), requestId: z.string().nullable() }),
  z.object({ type: z.literal('done'), outcome, totalMs: z.number() }),
]);
export type AnswerEvent = z.infer<typeof answerEvent>;
