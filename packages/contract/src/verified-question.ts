import { z } from 'zod';
import { outcome, receipt } from './answer-event.ts';
import { MAX_QUESTION_LENGTH } from './conversation.ts';
import { language } from './dialect.ts';
import { verdict } from './evaluation.ts';
import { dataSourceId, runId, verifiedQuestionId } from './ids.ts';

/** Only `verified` ones are ever used. `stale`: was verified, and its statement no longer passes. */
export const verifiedQuestionStatus = z.enum(['draft', 'verified', 'rejected', 'stale']);
export type VerifiedQuestionStatus = z.infer<typeof verifiedQuestionStatus>;

/** Why it was proposed: an answer was liked, saved on purpose, corrected by hand, or it came from a file. */
export const verifiedQuestionOrigin = z.enum(['liked', 'saved', 'corrected', 'imported']);
export type VerifiedQuestionOrigin = z.infer<typeof verifiedQuestionOrigin>;

export const MAX_STATEMENT_LENGTH = 20_000;
const question = z.string().trim().min(1).max(MAX_QUESTION_LENGTH);
const sql = z.string().trim().min(1).max(MAX_STATEMENT_LENGTH);

/** A statement sent through the guard with somebody's policy. `unknown`: that person is gone. */
export const replayResult = z.object({
  state: z.enum(['passed', 'refused', 'failed', 'unknown']),
  problem: z.string().nullable(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Tells two results apart without showing either. */
  resultHash: z.string().nullable(),
});
export type ReplayResult = z.infer<typeof replayResult>;

/** Whether two results say the same; `unknown` when there is nothing to compare with. */
export const likeness = z.enum(['same', 'loosely', 'different', 'unknown']);

/** A golden question that came out right without the draft and wrong with it. */
export const regression = z.object({ question: z.string(), before: verdict, after: verdict, note: z.string().nullable() });

/** `golden_without_model`: a check that began by itself asks no model, and some golden questions are not right without one. */
export const checkProblem = z.enum(['refused', 'failed', 'author_refused', 'regression', 'golden_unfinished', 'golden_without_model']);
export type CheckProblem = z.infer<typeof checkProblem>;

/** What replaying a draft and the golden questions showed; it passed when there is no problem. */
export const verifiedQuestionCheck = z.object({
  problems: z.array(checkProblem),
  checkedAt: z.iso.datetime(),
  /** User name; null when it began by itself. */
  checkedBy: z.string().nullable(),
  schemaVersion: z.string(),
  semanticVersion: z.number().int(),
  /** Tells which questions were verified then; absent in checks of before it was kept. */
  verified: z.string().optional(),
  /** Tells which golden questions there were then; absent in checks of before it was kept. */
  goldenCases: z.string().optional(),
  reviewer: replayResult,
  author: replayResult,
  /** Against what the author saw. */
  original: likeness,
  /** Against what is answered at the moment. */
  current: z.object({ outcome: outcome.nullable(), engine: receipt.shape.engine.nullable(), sql: z.string().nullable(), likeness }),
  golden: z.object({
    total: z.number().int(),
    rightBefore: z.number().int(),
    rightAfter: z.number().int(),
    regressions: z.array(regression),
  }),
});
export type VerifiedQuestionCheck = z.infer<typeof verifiedQuestionCheck>;

export const checkProgress = z.object({ phase: z.enum(['waiting', 'replay', 'golden']), done: z.number().int(), total: z.number().int() });
export type CheckProgress = z.infer<typeof checkProgress>;

/** A check that did not come to its end. `lost`: the server stopped; `late`: it took too long. */
export const brokenCheck = z.object({
  why: z.enum(['failed', 'late', 'lost']),
  startedAt: z.iso.datetime(),
  /** User name; null when it began by itself. */
  startedBy: z.string().nullable(),
});
export type BrokenCheck = z.infer<typeof brokenCheck>;

/** Proposals of one person that may wait for a reviewer at a time. */
export const MAX_OPEN_PROPOSALS = 25;

export const verifiedQuestion = z.object({
  id: verifiedQuestionId,
  dataSourceId,
  question: z.string(),
  /** What a person asked, where those are other words; null where they are the same, or are not known. */
  asked: z.string().nullable(),
  /** What was asked and answered before it, in the conversation that it comes from; oldest first. */
  before: z.array(z.string()),
  language,
  sql: z.string(),
  status: verifiedQuestionStatus,
  origin: verifiedQuestionOrigin,
  originRunId: runId.nullable(),
  /** User names; null when the person is gone. */
  author: z.string().nullable(),
  reviewer: z.string().nullable(),
  reviewNote: z.string().nullable(),
  check: verifiedQuestionCheck.nullable(),
  /** Null when no check is under way. */
  checking: checkProgress.nullable(),
  /** The last check, when it broke; the one before it may still stand in `check`. */
  brokenCheck: brokenCheck.nullable(),
  /** Verified questions of the same words with another statement. */
  conflicts: z.array(z.object({ id: verifiedQuestionId, question: z.string(), sql: z.string() })),
  uses: z.number().int(),
  createdAt: z.iso.datetime(),
  /** Named again by whoever changes it: a change in between is a conflict. */
  updatedAt: z.iso.datetime(),
});
export type VerifiedQuestion = z.infer<typeof verifiedQuestion>;

export const verifiedQuestionListInput = z.object({
  dataSourceId,
  status: z.array(verifiedQuestionStatus).min(1),
  find: z.string().trim().max(200).default(''),
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});
export type VerifiedQuestionListInput = z.input<typeof verifiedQuestionListInput>;
export const verifiedQuestionList = z.object({ items: z.array(verifiedQuestion), total: z.number().int() });
export type VerifiedQuestionList = z.infer<typeof verifiedQuestionList>;

/** `question`: in words of its own, where the one that was asked goes on from others. */
export const proposeVerifiedInput = z.object({ runId, question: question.optional() });
export type ProposeVerifiedInput = z.infer<typeof proposeVerifiedInput>;
/**
 * `draft`: waits for a reviewer, possibly since an earlier proposal of the same; `verified`: it is one already. What became of
 * somebody else's proposal only a reviewer is told: others read `draft`, as if theirs were the first.
 */
export const proposedVerified = z.object({ status: verifiedQuestionStatus });
export type ProposedVerified = z.infer<typeof proposedVerified>;

const expected = { id: verifiedQuestionId, updatedAt: z.iso.datetime() };
export const verifiedQuestionInput = z.object({ id: verifiedQuestionId });
export const updateVerifiedInput = z.object({ ...expected, question, sql });
export type UpdateVerifiedInput = z.infer<typeof updateVerifiedInput>;
export const approveVerifiedInput = z.object({ ...expected, note: z.string().trim().max(1_000).default('') });
export type ApproveVerifiedInput = z.infer<typeof approveVerifiedInput>;
export const rejectVerifiedInput = z.object({ ...expected, note: z.string().trim().min(1).max(1_000) });
export type RejectVerifiedInput = z.infer<typeof rejectVerifiedInput>;
/** A question as it was seen: for what is taken out of use, or taken up again. */
export const seenVerifiedInput = z.object(expected);
export type SeenVerifiedInput = z.infer<typeof seenVerifiedInput>;

/** Runs a statement in place of the one that answered: a new turn of the conversation. */
export const rerunInput = z.object({
  runId,
  sql,
  /** The language model may repair the statement when it fails. */
  fix: z.boolean().optional(),
});
export type RerunInput = z.infer<typeof rerunInput>;
