import { type Actor, newId, type RunId, type VerifiedQuestionId } from '@majed-vanna/contract';
import type { Agent } from '../agent/create-agent.ts';
import { createCaseRunner } from '../evaluation/case-runner.ts';
import { createCheckJobs } from '../learning/check-jobs.ts';
import { createDraftCheck } from '../learning/draft-check.ts';
import { createFeedbackService } from '../learning/feedback-service.ts';
import { createRecordedChecks } from '../learning/recorded-checks.ts';
import { createUnattendedChecks } from '../learning/unattended-checks.ts';
import { createVerifiedQuestionService } from '../learning/verified-question-service.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering } from './answering.ts';

/** The one who reviews. */
export const admin: Actor = { userId: newId('usr'), username: 'huda', role: 'admin', attributes: {} };
export const normal: Actor = { userId: newId('usr'), username: 'sami', role: 'normal', attributes: {} };

export const RIGHT = "SELECT COUNT(*) FROM orders JOIN customers USING (customer_id) WHERE customers.region = 'Riyadh'";
export const WRONG = 'SELECT 7 AS orders';
export const QUESTION = 'the Riyadh figure of the board';

/** What people say of answers, its checks and its review, on a real system database and a real small source. */
export async function createLearning({ model = null, ...options }: { policyFor?: PolicyFor; model?: Agent | null } = {}) {
  const house = await createAnswering(options);
  const { database, dataSources, semantics, log } = house;
  let minutes = 0;
  const clock = { now: () => new Date(Date.parse('2026-03-10T10:00:00Z') + ++minutes * 60_000) };
  for (const { userId: id, username, role } of [admin, analyst, normal])
    await database.repositories.users.create({ id, username, role, hashedPassword: 'h', createdAt: clock.now() });
  const jobs = createCheckJobs({ log });
  const cases = createCaseRunner({ dataSources, agent: model, clock, log, ...options });
  const drafts = createDraftCheck({ database, dataSources, semantics, cases, clock, ...options });
  const checking: { before: (id: VerifiedQuestionId, signal: AbortSignal) => Promise<void> } = { before: async () => undefined };
  const check: typeof drafts.check = async (checker, draft, signal, tell) => {
    await checking.before(draft.id, signal);
    return drafts.check(checker, draft, signal, tell);
  };
  const checks = createRecordedChecks({ database, drafts: { check }, jobs, clock });
  const unattended = createUnattendedChecks({ database, checks, log });
  const verified = createVerifiedQuestionService({ database, semantics, checks, unattended, clock });
  const feedback = createFeedbackService({ database, semantics, clock, onProposed: unattended.soon });
  const sourceId = house.source.id;

  /** A question that an answer was written for by hand, so that any statement can stand for any question. */
  async function written(question: string, sql: string, actor = analyst) {
    const first = await house.ask(question, {}, actor);
    const { runId } = await house.answers.rerun(analyst, { runId: first.runId, sql });
    await house.listen(runId);
    return runId;
  }

  async function drafted(question: string, sql: string) {
    await verified.propose(analyst, { runId: await written(question, sql) });
    const [newest] = await list(['draft']);
    if (!newest) throw new Error('no draft');
    return newest;
  }

  async function checked(id: Awaited<ReturnType<typeof drafted>>['id']) {
    await verified.check(admin, id);
    await jobs.settled();
    return verified.get(admin, id);
  }

  async function approved(question: string, sql: string) {
    const { id } = await drafted(question, sql);
    const { updatedAt } = await checked(id);
    return verified.approve(admin, { id, updatedAt, note: '' });
  }

  async function golden(question: string, sql: string) {
    const setId = newId('gst');
    await database.repositories.goldenSets.create({ id: setId, dataSourceId: sourceId, name: question, createdAt: clock.now() });
    const one = { id: newId('gcs'), setId, question, expected: 'answer' as const, sql, originRunId: null, createdAt: clock.now() };
    await database.repositories.goldenSets.addCases([one]);
  }

  const list = async (status: ('draft' | 'verified' | 'rejected' | 'stale')[]) =>
    (await verified.list(admin, { dataSourceId: sourceId, status })).items;
  const pairs = async () => (await semantics.engineFor(sourceId)).knowledge.verified;
  const like = (actor: Actor, runId: RunId) => feedback.give(actor, { runId, verdict: 'like', comment: '' });
  return {
    ...house,
    verified,
    feedback,
    /** What happens before each check. */
    checking,
    jobs,
    checks,
    /** Until it is started no check begins by itself. */
    unattended,
    sourceId,
    written,
    drafted,
    checked,
    approved,
    golden,
    list,
    pairs,
    like,
    async [Symbol.asyncDispose]() {
      await Promise.all([unattended.close(), jobs.close()]);
      await house[Symbol.asyncDispose]();
    },
  };
}
