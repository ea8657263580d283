import {
  type Actor,
  AppError,
  type ApproveVerifiedInput,
  because,
  type DataSourceId,
  MAX_OPEN_PROPOSALS,
  type ProposedVerified,
  type ProposeVerifiedInput,
  type RejectVerifiedInput,
  type SeenVerifiedInput,
  type UpdateVerifiedInput,
  type VerifiedQuestion,
  type VerifiedQuestionId,
  type VerifiedQuestionList,
  type VerifiedQuestionListInput,
  verifiedQuestionListInput,
} from '@majed-vanna/contract';
import type { Database, Repositories, VerifiedQuestionChanges, VerifiedQuestionRow } from '@majed-vanna/db';
import { languageOf, questionKey } from '@majed-vanna/nlq';
import { ownAnswer } from '../answer/answer-access.ts';
import { wholeQuestion } from '../answer/asked-question.ts';
import { dayOf, localDate } from '../answer/local-date.ts';
import { cleanQuestion } from '../answer/question-text.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import { goldenCasesOf, goldenState, verifiedState } from './checked-state.ts';
import { isProposable } from './feedback-service.ts';
import { propose as proposeIn } from './proposals.ts';
import type { RecordedChecks } from './recorded-checks.ts';
import type { UnattendedChecks } from './unattended-checks.ts';
import { createVerifiedQuestionView } from './verified-question-view.ts';

export interface VerifiedQuestionServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly checks: RecordedChecks;
  /** Absent: a draft waits until a reviewer has it checked. */
  readonly unattended?: Pick<UnattendedChecks, 'soon' | 'leave'>;
  readonly clock: Clock;
  /** Told when other questions of a source may be used than before. */
  readonly onChanged?: (id: DataSourceId) => void;
}

export type VerifiedQuestionService = ReturnType<typeof createVerifiedQuestionService>;

type CheckOf = NonNullable<VerifiedQuestionRow['check']>;

interface Expected {
  readonly id: VerifiedQuestionId;
  readonly updatedAt: string;
}

/** From a proposal to a question that may be used, and back: nothing is used before a reviewer approved it. */
export function createVerifiedQuestionService({
  database,
  semantics,
  checks,
  unattended,
  clock,
  onChanged = () => undefined,
}: VerifiedQuestionServiceDeps) {
  const { repositories } = database;
  const view = createVerifiedQuestionView(repositories, checks);
  return { propose, list, get, update, check, cancelCheck, approve, reject, reopen, retire };

  /**
   * An own answer as a draft.
   * @throws AppError `forbidden`, `not_found`, `conflict` when it has no statement of its own, its question leans on earlier
   *   turns, or too many wait
   */
  async function propose(actor: Actor, { runId, question: reworded }: ProposeVerifiedInput): Promise<ProposedVerified> {
    requirePermission(actor, 'verifiedQuestion.propose');
    const { answer } = await ownAnswer(database, actor, runId);
    if (!isProposable(answer)) throw AppError.because('conflict', because('answer_without_statement'));
    const source = await repositories.dataSources.getById(answer.dataSourceId);
    if (!source) throw AppError.because('not_found', because('no_such_answer'));
    const question = await wholeQuestion({ database, semantics }, answer, reworded);
    const origin = answer.receipt?.engine === 'manual' ? 'corrected' : 'saved';
    const proposal = { source, question, sql: answer.sql, origin, runId, author: actor, writtenAt: answer.startedAt } as const;
    const proposed = await database.transaction((inside) => proposeIn(inside, proposal, clock.now()));
    if (!proposed) throw AppError.because('conflict', because('too_many_drafts', { most: MAX_OPEN_PROPOSALS }));
    unattended?.soon();
    return proposed;
  }

  /** @throws AppError `forbidden` */
  async function list(actor: Actor, input: VerifiedQuestionListInput): Promise<VerifiedQuestionList> {
    requirePermission(actor, 'verifiedQuestion.read');
    const { page, pageSize, ...filter } = verifiedQuestionListInput.parse(input);
    const { items, total } = await repositories.verifiedQuestions.list({ ...filter, offset: (page - 1) * pageSize, limit: pageSize });
    return { items: await view.all(items), total };
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function get(actor: Actor, id: VerifiedQuestionId): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.read');
    return view.one(await existing(id));
  }

  /** What was changed is a draft, unchecked, whatever it was. @throws AppError `forbidden`, `not_found`, `conflict` */
  async function update(actor: Actor, { question: worded, sql, ...expected }: UpdateVerifiedInput): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const question = cleanQuestion(worded);
    const row = await expectedRow(expected);
    const source = await repositories.dataSources.getById(row.dataSourceId);
    const today = source ? dayOf(source, localDate(clock.now())) : row.asOf;
    const texts = { question, questionKey: questionKey(question), language: languageOf(question), sql };
    const changes = { ...texts, status: 'draft', check: null, reviewer: null, reviewNote: null } as const;
    await checks.stop(row.id);
    return change(actor, row, { ...changes, asOf: datesOf(sql) === datesOf(row.sql) ? row.asOf : today }, 'verifiedQuestion.changed', {
      details: { from: row.status },
    });
  }

  /** Replays a draft and the golden questions, in the background. @throws AppError `forbidden`, `not_found`, `conflict`, `rate_limited` */
  async function check(actor: Actor, id: VerifiedQuestionId): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const row = await existing(id);
    if (row.status === 'verified') throw AppError.because('conflict', because('verified_already'));
    await checks.begin(actor, row);
    return view.one(row);
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function cancelCheck(actor: Actor, id: VerifiedQuestionId): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    await existing(id);
    unattended?.leave(id);
    await checks.stop(id);
    return view.one(await existing(id));
  }

  /**
   * From the next question on it is used. Only what passed its check, as it is, against the schema, the layer, the golden and the
   * verified questions as they are: two drafts that pass each by itself may be wrong together. Where those changed, it is checked again.
   * @throws AppError `forbidden`, `not_found`, `conflict`
   */
  async function approve(actor: Actor, { note, ...expected }: ApproveVerifiedInput): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const row = await expectedRow(expected);
    if (row.status === 'verified') throw AppError.because('conflict', because('verified_already'));
    if (!row.check || row.begunCheck || checks.progressOf(row.id)) throw AppError.because('conflict', because('not_checked'));
    if (row.check.problems.length > 0) throw AppError.because('conflict', because('check_not_passed'));
    const others = await view.conflictsOf(row);
    if (others.length > 0) throw AppError.because('conflict', because('verified_otherwise'));
    // The schema is looked at where it was never looked at before.
    await semantics.engineFor(row.dataSourceId);
    const decided = { status: 'verified', reviewer: actor.userId, reviewNote: note || null } as const;
    try {
      return await change(actor, row, decided, 'verifiedQuestion.approved', { stillHolds: row.check });
    } catch (error) {
      if (error instanceof AppError && error.details.reason === 'check_outdated') await check(actor, row.id);
      throw error;
    }
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` */
  async function reject(actor: Actor, { note, ...expected }: RejectVerifiedInput): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const row = await expectedRow(expected);
    if (row.status === 'verified') throw AppError.because('conflict', because('verified_retire_instead'));
    await checks.stop(row.id);
    const decided = { status: 'rejected', reviewer: actor.userId, reviewNote: note } as const;
    return change(actor, row, decided, 'verifiedQuestion.rejected');
  }

  /** A rejected one waits for a review again, unchecked. @throws AppError `forbidden`, `not_found`, `conflict` */
  async function reopen(actor: Actor, expected: SeenVerifiedInput): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const row = await expectedRow(expected);
    if (row.status !== 'rejected') throw AppError.because('conflict', because('not_rejected'));
    const again = { status: 'draft', check: null, reviewer: null, reviewNote: null } as const;
    return change(actor, row, again, 'verifiedQuestion.reopened', { details: { reason: row.reviewNote } });
  }

  /** Inside of the transaction that approves, while nobody else publishes or approves. @throws AppError `conflict` */
  async function requireCurrent(inside: Repositories, source: DataSourceId, check: CheckOf): Promise<void> {
    const { schemaVersion, semanticVersion } = await inside.dataSources.lock(source);
    const verified = verifiedState(await inside.verifiedQuestions.listVerified(source));
    const goldenCases = goldenState(await goldenCasesOf(inside, source));
    const sameLayer = schemaVersion === check.schemaVersion && semanticVersion === check.semanticVersion;
    const same = sameLayer && verified === check.verified && goldenCases === check.goldenCases;
    if (!same) throw AppError.because('conflict', because('check_outdated'));
  }

  /** A verified one is used no more; it stays as a draft. @throws AppError `forbidden`, `not_found`, `conflict` */
  async function retire(actor: Actor, expected: SeenVerifiedInput): Promise<VerifiedQuestion> {
    requirePermission(actor, 'verifiedQuestion.review');
    const row = await expectedRow(expected);
    if (row.status !== 'verified') throw AppError.because('conflict', because('not_verified'));
    return change(actor, row, { status: 'draft', check: null, reviewer: null }, 'verifiedQuestion.retired');
  }

  async function existing(id: VerifiedQuestionId): Promise<VerifiedQuestionRow> {
    const row = await repositories.verifiedQuestions.getById(id);
    if (!row) throw AppError.because('not_found', because('no_such_question'));
    return row;
  }

  async function expectedRow({ id, updatedAt }: Expected): Promise<VerifiedQuestionRow> {
    const row = await existing(id);
    if (row.updatedAt.toISOString() !== updatedAt) throw changedMeanwhile();
    return row;
  }

  async function change(
    actor: Actor,
    row: VerifiedQuestionRow,
    changes: VerifiedQuestionChanges,
    action: string,
    { stillHolds, details = {} }: { stillHolds?: CheckOf; details?: object } = {},
  ) {
    // Later than what it was, also within one millisecond: the time tells two states apart.
    const at = new Date(Math.max(clock.now().getTime(), row.updatedAt.getTime() + 1));
    await database.transaction(async (inside) => {
      const { verifiedQuestions, auditLog } = inside;
      if (stillHolds) await requireCurrent(inside, row.dataSourceId, stillHolds);
      if (!(await verifiedQuestions.update(row.id, row.updatedAt, changes, at))) throw changedMeanwhile();
      await auditLog.append({ at, actor: actor.userId, action, target: row.id, details: { ...details } });
    });
    if (row.status === 'verified' || changes.status === 'verified') onChanged(row.dataSourceId);
    if (changes.status === 'draft') unattended?.soon();
    return view.one(await existing(row.id));
  }
}

const changedMeanwhile = () => AppError.because('conflict', because('question_changed'));

/** A statement that keeps its dates is still of the day that it was written for. */
const datesOf = (sql: string): string => (sql.match(/\d{4}(?:-\d{2}(?:-\d{2})?)?/g) ?? []).toSorted().join();
