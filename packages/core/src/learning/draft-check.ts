import { type Actor, type CheckProblem, type CheckProgress, isGoodVerdict, type VerifiedQuestionCheck } from '@majed-vanna/contract';
import type { Database, GoldenCaseRow, VerifiedQuestionRow } from '@majed-vanna/db';
import { type CheckStatement, checkStatement as guard } from '@majed-vanna/sql';
import { ANSWER_LIMITS } from '../answer/answer-limits.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { CaseRunner, CasesRequest } from '../evaluation/case-runner.ts';
import { compareCollected } from '../evaluation/collected-result.ts';
import type { CaseResult, EvaluationCase } from '../evaluation/evaluation-case.ts';
import { ordersRows } from '../evaluation/orders-rows.ts';
import type { Clock } from '../ports.ts';
import { readsEverything } from '../results/reads-everything.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import type { VerifiedPair } from '../semantics/knowledge.ts';
import type { SemanticsService, SourceSemantics } from '../semantics/semantics-service.ts';
import { goldenCasesOf, goldenState, verifiedState } from './checked-state.ts';
import { NOT_REPLAYED, type Replayed, type ReplayPorts, replay } from './replay.ts';
import { pairOf } from './verified-pairs.ts';

export interface DraftCheckDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly checkStatement?: CheckStatement;
  /** Absent: `readsEverything`. */
  readonly policyFor?: PolicyFor;
  readonly cases: CaseRunner;
  readonly clock: Clock;
  /** Golden questions that one check asks at most. */
  readonly maxCases?: number;
}

/** Whose rights count, and whether that person asked for it. */
export interface Checker {
  readonly reviewer: Actor;
  readonly unattended: boolean;
}

export type DraftCheck = ReturnType<typeof createDraftCheck>;

type Asking = Pick<CasesRequest, 'actor' | 'engine' | 'signal'>;
type Tell = (progress: CheckProgress) => void;

const MAX_CASES = 500;

/**
 * Whether a draft may be used: its statement runs as reviewer and as author, and no golden question that is answered
 * rightly without it is answered wrongly with it. Nothing of it is seen by anybody else before it is approved. One that begins
 * by itself asks the embedded engine alone: a model costs the quota of a person, who has to want that. Where the golden questions
 * need the model it is not enough to approve.
 */
export function createDraftCheck({
  database,
  dataSources,
  semantics,
  checkStatement = guard,
  policyFor = readsEverything,
  cases,
  clock,
  maxCases = MAX_CASES,
}: DraftCheckDeps) {
  const { repositories } = database;
  return { check };

  /** @throws the signal's reason; AppError, WarehouseError when the source cannot be read */
  async function check(checker: Checker, draft: VerifiedQuestionRow, signal: AbortSignal, tell: Tell): Promise<VerifiedQuestionCheck> {
    const { reviewer, unattended } = checker;
    const engine = unattended ? 'embedded' : 'current';
    tell({ phase: 'replay', done: 0, total: 3 });
    const known = await semantics.engineFor(draft.dataSourceId);
    const kept = await goldenCasesOf(repositories, draft.dataSourceId);
    const { warehouse } = await dataSources.connect(draft.dataSourceId);
    const { deadlineMs, maxRows } = ANSWER_LIMITS;
    const ports: ReplayPorts = { checkStatement, warehouse, signal, deadlineMs, maxRows };
    const asReviewer = await replay(draft.sql, await policyFor(reviewer, draft.dataSourceId, known), ports);
    tell({ phase: 'replay', done: 1, total: 3 });
    const asAuthor = await replayAsAuthor(draft, known, ports);
    tell({ phase: 'replay', done: 2, total: 3 });
    const original = await againstOriginal(draft, asAuthor);
    const current = await againstCurrent({ actor: reviewer, engine, signal }, draft, known);
    const runs = asReviewer.told.state === 'passed';
    const golden = runs
      ? await goldenQuestions({ actor: reviewer, engine, signal }, draft, known, kept, tell)
      : { ...NO_GOLDEN, unfinished: false };
    const { unfinished, ...scores } = golden;
    const problems: CheckProblem[] = [];
    if (asReviewer.told.state === 'refused') problems.push('refused');
    if (asReviewer.told.state === 'failed') problems.push('failed');
    if (['refused', 'failed'].includes(asAuthor.told.state)) problems.push('author_refused');
    if (scores.regressions.length > 0) problems.push('regression');
    if (unfinished) problems.push('golden_unfinished');
    if (unattended && scores.rightBefore < scores.total && (await cases.hasModel(reviewer))) problems.push('golden_without_model');
    return {
      problems,
      checkedAt: clock.now().toISOString(),
      checkedBy: unattended ? null : reviewer.username,
      schemaVersion: known.schemaVersion,
      semanticVersion: known.semanticVersion,
      verified: verifiedState(known.knowledge.verified),
      goldenCases: goldenState(kept),
      reviewer: asReviewer.told,
      author: asAuthor.told,
      original,
      current,
      golden: scores,
    };
  }

  async function replayAsAuthor(draft: VerifiedQuestionRow, known: SourceSemantics, ports: ReplayPorts): Promise<Replayed> {
    const author = (await repositories.users.list()).find(({ id }) => id === draft.author);
    if (!author?.active) return NOT_REPLAYED;
    const { id: userId, username, role, attributes } = author;
    return replay(draft.sql, await policyFor({ userId, username, role, attributes }, draft.dataSourceId, known), ports);
  }

  /** The rows that the author was shown are compared, never shown; of more than was kept nothing can be said. */
  async function againstOriginal({ originRunId, sql }: VerifiedQuestionRow, { result }: Replayed) {
    const answer = originRunId && (await repositories.answers.getById(originRunId));
    const kept = answer ? answer.keptRows : null;
    if (!answer || !kept || !result || !answer.receipt || answer.receipt.rows.returned !== kept.length) return 'unknown' as const;
    return compareCollected({ kind: 'rows', rows: kept }, result, { ordered: ordersRows(sql) });
  }

  async function againstCurrent(asking: Asking, draft: VerifiedQuestionRow, known: SourceSemantics) {
    const { id, question, sql, asOf } = draft;
    const one: EvaluationCase = { id, question, expected: 'answer', sql, ...(asOf ? { today: asOf } : {}) };
    const [given] = await cases.runCases({ ...asking, dataSourceId: draft.dataSourceId, semantics: known, cases: [one] });
    const likeness = given ? LIKENESS[given.verdict] : undefined;
    return {
      outcome: given?.outcome ?? null,
      engine: given?.engine ?? null,
      sql: given?.sql ?? null,
      likeness: likeness ?? ('unknown' as const),
    };
  }

  async function goldenQuestions(
    asking: Asking,
    draft: VerifiedQuestionRow,
    known: SourceSemantics,
    kept: readonly GoldenCaseRow[],
    tell: Tell,
  ) {
    const all = casesFor(draft, known, kept);
    const asked = all.slice(0, maxCases);
    let done = 0;
    tell({ phase: 'golden', done, total: 2 * asked.length });
    const onResult = () => tell({ phase: 'golden', done: ++done, total: 2 * asked.length });
    const request = { ...asking, dataSourceId: draft.dataSourceId, onResult };
    const before = await cases.runCases({ ...request, semantics: known, cases: asked });
    const after = await cases.runCases({ ...request, semantics: withDraft(known, draft), cases: asked });
    const good = (results: readonly CaseResult[]) => results.filter(({ verdict }) => isGoodVerdict(verdict)).length;
    const regressions = before.flatMap((was, at) => {
      const is = after[at];
      if (!is || !isGoodVerdict(was.verdict) || isGoodVerdict(is.verdict)) return [];
      return [{ question: was.case.question, before: was.verdict, after: is.verdict, note: is.note }];
    });
    return { total: asked.length, rightBefore: good(before), rightAfter: good(after), regressions, unfinished: all.length > asked.length };
  }
}

const NO_GOLDEN = { total: 0, rightBefore: 0, rightAfter: 0, regressions: [] };
const LIKENESS: Partial<Record<CaseResult['verdict'], VerifiedQuestionCheck['current']['likeness']>> = {
  right: 'same',
  right_loosely: 'loosely',
  wrong: 'different',
};

/** What would be known were the draft approved; for the caller alone. */
function withDraft(known: SourceSemantics, draft: VerifiedQuestionRow): SourceSemantics {
  const others: readonly VerifiedPair[] = known.knowledge.verified.filter(({ id }) => id !== draft.id);
  return { ...known, knowledge: { ...known.knowledge, verified: [...others, pairOf(draft)] } };
}

/** Of every set of the source, and what was verified before. */
function casesFor(draft: VerifiedQuestionRow, known: SourceSemantics, kept: readonly GoldenCaseRow[]): EvaluationCase[] {
  const verified = known.knowledge.verified.filter(({ id }) => id !== draft.id);
  return [
    ...kept.map(({ id, question, expected, sql }): EvaluationCase => ({ id, question, expected, sql })),
    ...verified.map(
      ({ id, question, sql, asOf }): EvaluationCase => ({ id, question, expected: 'answer', sql, ...(asOf ? { today: asOf } : {}) }),
    ),
  ];
}
