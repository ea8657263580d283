import { z } from 'zod';
import { ERROR_REASONS } from './error-reasons.ts';
import { dataSourceId, evaluationRunId, goldenCaseId, goldenSetId, runId, verifiedQuestionId } from './ids.ts';

/** What should come of a golden question. */
export const expectedOutcome = z.enum(['answer', 'clarification', 'refusal']);
export type ExpectedOutcome = z.infer<typeof expectedOutcome>;

/** What is asked: the embedded engine alone, or as everybody asks at the moment, with the active language model. */
export const evaluationEngine = z.enum(['embedded', 'current']);
export type EvaluationEngine = z.infer<typeof evaluationEngine>;

/**
 * How one case came out. `right_loosely`: the right rows in another order or with further columns; it does not count as
 * right in the strict score. `failed`: the pipeline, or the statement that is known to be right, did not run.
 */
export const verdict = z.enum([
  'right',
  'right_loosely',
  'wrong',
  'refused_wrongly',
  'asked_wrongly',
  'refused_rightly',
  'asked_rightly',
  'answered_wrongly',
  'failed',
]);
export type Verdict = z.infer<typeof verdict>;

const GOOD: readonly Verdict[] = ['right', 'refused_rightly', 'asked_rightly'];

/** Whether a case came out exactly as it should. */
export const isGoodVerdict = (of: Verdict): boolean => GOOD.includes(of);

/** Null stands for the set that is always there: the verified questions of the source. */
export const evaluationSetRef = goldenSetId.nullable();
export type EvaluationSetRef = z.infer<typeof evaluationSetRef>;

export const goldenSetSummary = z.object({ id: evaluationSetRef, name: z.string(), cases: z.number().int() });
export type GoldenSetSummary = z.infer<typeof goldenSetSummary>;

const setName = z.string().trim().min(1).max(100);
export const goldenSetInput = z.object({ dataSourceId, name: setName });
export type GoldenSetInput = z.infer<typeof goldenSetInput>;
export const goldenSetRename = z.object({ id: goldenSetId, name: setName });
export type GoldenSetRename = z.infer<typeof goldenSetRename>;

/** Name of the set that the sample company comes with. */
export const SAMPLE_SET = 'Sample company';

/** A question with what should come of it; a statement stands there exactly when that is an answer. */
export const goldenQuestion = z
  .object({
    question: z.string().trim().min(1).max(2_000),
    expected: expectedOutcome.default('answer'),
    sql: z.string().trim().min(1).max(50_000).nullable().default(null),
  })
  .refine(({ expected, sql }) => (expected === 'answer') === (sql !== null), {
    path: ['sql'],
    message: ERROR_REASONS.case_statement,
  });
export type GoldenQuestion = z.infer<typeof goldenQuestion>;

export const goldenCase = z.object({
  id: z.union([goldenCaseId, verifiedQuestionId]),
  question: z.string(),
  expected: expectedOutcome,
  sql: z.string().nullable(),
  /** Taken from this answer. */
  originRunId: runId.nullable(),
});
export type GoldenCase = z.infer<typeof goldenCase>;

export const goldenCaseInput = z.object({ setId: goldenSetId, id: goldenCaseId.optional(), body: goldenQuestion });
export type GoldenCaseInput = z.infer<typeof goldenCaseInput>;
export const goldenCaseRef = z.object({ setId: goldenSetId, id: goldenCaseId });
export type GoldenCaseRef = z.infer<typeof goldenCaseRef>;

/** Cases of a set, or of the verified questions of a source. */
export const goldenCasesInput = z.object({ dataSourceId, setId: evaluationSetRef });
export type GoldenCasesInput = z.infer<typeof goldenCasesInput>;

/** The answer becomes a case that expects what came of it. `question`: in words of its own, where the one that was asked goes on from others. */
export const caseFromAnswerInput = z.object({ runId, setId: goldenSetId, question: z.string().trim().min(1).max(2_000).optional() });
export type CaseFromAnswerInput = z.infer<typeof caseFromAnswerInput>;

/** Every whole question of the conversation that this answer stands in becomes a case. */
export const casesFromConversationInput = caseFromAnswerInput.pick({ runId: true, setId: true });
export type CasesFromConversationInput = z.infer<typeof casesFromConversationInput>;
/** `known`: were in the set already. `left`: go on from others, are of another data source, or nothing came of them. */
export const casesFromConversation = z.object({ added: z.number().int(), known: z.number().int(), left: z.number().int() });
export type CasesFromConversation = z.infer<typeof casesFromConversation>;

/** Most cases that a set holds, and most characters of a file of cases. */
export const MAX_CASES = 5_000;
export const MAX_CASES_CHARACTERS = 5_000_000;

export const casesFormat = z.enum(['jsonl', 'yaml']);
export type CasesFormat = z.infer<typeof casesFormat>;
export const casesImportInput = z.object({ setId: goldenSetId, text: z.string().min(1).max(MAX_CASES_CHARACTERS) });
export type CasesImportInput = z.infer<typeof casesImportInput>;
/** `known`: were in the set already. */
export const casesImported = z.object({ added: z.number().int(), known: z.number().int() });
export type CasesImported = z.infer<typeof casesImported>;
export const casesExportInput = goldenCasesInput.extend({ format: casesFormat });
export type CasesExportInput = z.infer<typeof casesExportInput>;
export const casesExport = z.object({ fileName: z.string(), text: z.string() });
export type CasesExport = z.infer<typeof casesExport>;

/** Shares are from 0 to 1, and null where there is nothing to divide by. */
export const evaluationScores = z.object({
  counts: z.partialRecord(verdict, z.number().int()),
  /** Strict accuracy: of all cases, those that came out exactly as they should. */
  accuracy: z.number().nullable(),
  /** The same, with the right rows in another order or with further columns. */
  looseAccuracy: z.number().nullable(),
  /** Of what was answered, what was right. */
  precision: z.number().nullable(),
  /** Of what should be answered, what was answered, however well. */
  coverage: z.number().nullable(),
  /** Of what should be refused or asked back, what was. */
  restraint: z.number().nullable(),
  medianMs: z.number().nullable(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** In the currency of the settings; null where a price is unknown. */
  cost: z.number().nullable(),
  /** How many the language model answered, rather than the embedded engine; null where that was not counted. */
  byModel: z.number().int().nullable().default(null),
});
export type EvaluationScores = z.infer<typeof evaluationScores>;

/** `interrupted`: its process ended. `failed`: it could not be worked off, e.g. because the source does not answer. */
export const evaluationState = z.enum(['waiting', 'running', 'finished', 'cancelled', 'interrupted', 'failed']);
export type EvaluationState = z.infer<typeof evaluationState>;

export const evaluationRun = z.object({
  id: evaluationRunId,
  dataSourceId,
  setId: evaluationSetRef,
  setName: z.string(),
  engine: evaluationEngine,
  model: z.string().nullable(),
  semanticVersion: z.number().int(),
  withChanges: z.boolean(),
  state: evaluationState,
  total: z.number().int(),
  done: z.number().int(),
  scores: evaluationScores.nullable(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type EvaluationRun = z.infer<typeof evaluationRun>;

export const evaluationResult = z.object({
  position: z.number().int(),
  question: z.string(),
  expected: expectedOutcome,
  verdict,
  sql: z.string().nullable(),
  expectedSql: z.string().nullable(),
  engine: z.string().nullable(),
  /** Why it came out so, where the verdict does not say it. */
  note: z.string().nullable(),
  ms: z.number(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number().nullable(),
});
export type EvaluationResult = z.infer<typeof evaluationResult>;

export const evaluationStartInput = z.object({
  dataSourceId,
  setId: evaluationSetRef,
  engine: evaluationEngine,
  /** With the changes of the layer that are not published yet; what they change is held against the published layer. */
  withChanges: z.boolean().default(false),
});
export type EvaluationStartInput = z.infer<typeof evaluationStartInput>;
/** `baselineId`: the run that this one is compared with; it runs first when there was none. */
export const evaluationStarted = z.object({ runId: evaluationRunId, baselineId: evaluationRunId.nullable() });
export type EvaluationStarted = z.infer<typeof evaluationStarted>;

export const evaluationRunDetail = z.object({
  run: evaluationRun,
  results: z.array(evaluationResult),
  /** The run of the published layer that shows what pending changes change; otherwise the run before with the same set. */
  baselineId: evaluationRunId.nullable(),
});
export type EvaluationRunDetail = z.infer<typeof evaluationRunDetail>;

/** A case that came out differently: `after` is the later run. */
export const evaluationChange = z.object({ before: evaluationResult, after: evaluationResult });
export type EvaluationChange = z.infer<typeof evaluationChange>;

export const evaluationComparison = z.object({
  before: evaluationRun,
  after: evaluationRun,
  nowRight: z.array(evaluationChange),
  nowWrong: z.array(evaluationChange),
  /** Wrong in another way. */
  otherwise: z.array(evaluationChange),
  /** Cases that both runs hold. */
  compared: z.number().int(),
});
export type EvaluationComparison = z.infer<typeof evaluationComparison>;
