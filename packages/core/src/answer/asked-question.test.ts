import { type Actor, newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseRunner } from '../evaluation/case-runner.ts';
import { createGoldenSetService } from '../evaluation/golden-set-service.ts';
import { createCheckJobs } from '../learning/check-jobs.ts';
import { createDraftCheck } from '../learning/draft-check.ts';
import { createFeedbackService } from '../learning/feedback-service.ts';
import { createRecordedChecks } from '../learning/recorded-checks.ts';
import { createVerifiedQuestionService } from '../learning/verified-question-service.ts';
import { createAnswering } from '../testing/answering.ts';

const admin: Actor = { userId: newId('usr'), username: 'huda', role: 'admin', attributes: {} };
const clock = { now: () => new Date('2026-03-10T10:00:00Z') };
const LEANS = { code: 'conflict', details: { reason: 'question_leans' } };

async function aHouse() {
  const house = await createAnswering();
  const { database, dataSources, semantics, log } = house;
  await database.repositories.users.create({
    id: admin.userId,
    username: 'huda',
    role: 'admin',
    hashedPassword: 'h',
    createdAt: clock.now(),
  });
  const cases = createCaseRunner({ dataSources, agent: null, clock, log });
  const drafts = createDraftCheck({ database, dataSources, semantics, cases, clock });
  const jobs = createCheckJobs({ log });
  const checks = createRecordedChecks({ database, drafts, jobs, clock });
  const verified = createVerifiedQuestionService({ database, semantics, checks, clock });
  const feedback = createFeedbackService({ database, semantics, clock });
  const goldenSets = createGoldenSetService({ database, semantics, clock });
  const drafted = async () => (await verified.list(admin, { dataSourceId: house.source.id, status: ['draft'] })).items;
  return { ...house, verified, feedback, goldenSets, drafted };
}

let house: Awaited<ReturnType<typeof aHouse>>;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const asked = (question: string, conversationId?: Awaited<ReturnType<typeof house.ask>>['conversationId']) =>
  house.ask(question, conversationId ? { conversationId } : {}, admin);

async function followUp(question = 'by category') {
  const first = await asked('number of orders by region');
  return asked(question, first.conversationId);
}

describe('a question as it stood in its conversation', () => {
  it('is whole when it is the first, or read alone to what came of it', async () => {
    const first = await asked('number of orders by region');
    const other = await asked('number of customers by region', first.conversationId);
    expect(await house.answers.asked(admin, first.runId)).toMatchObject({ whole: true, before: [] });
    expect(await house.answers.asked(admin, other.runId)).toEqual({
      question: 'number of customers by region',
      whole: true,
      wording: 'number of customers by region',
      before: ['number of orders by region'],
    });
  });

  it('leans on what came before when it was read with it; the plan in words is something to begin with', async () => {
    const { runId } = await followUp();
    expect(await house.answers.asked(admin, runId)).toEqual({
      question: 'by category',
      whole: false,
      wording: 'Number of orders per category, by number of orders, highest first',
      before: ['number of orders by region'],
    });
  });

  it('is not whole where somebody wrote its statement behind earlier turns', async () => {
    const { runId } = await followUp('which category was best?');
    const again = await house.answers.rerun(admin, { runId, sql: 'SELECT category FROM orders GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 1' });
    await house.listen(again.runId, admin);
    expect(await house.answers.asked(admin, again.runId)).toMatchObject({ whole: false, wording: 'which category was best?' });
  });
});

describe('what goes on from earlier turns', () => {
  it('is not proposed as it was asked, neither saved nor liked', async () => {
    const { runId } = await followUp();
    await expect(house.verified.propose(admin, { runId })).rejects.toMatchObject(LEANS);
    await expect(house.verified.propose(admin, { runId, question: 'and by category?' })).rejects.toMatchObject(LEANS);
    expect(await house.feedback.give(admin, { runId, verdict: 'like', comment: '' })).toMatchObject({ verdict: 'like', proposed: false });
    expect(await house.drafted()).toEqual([]);
  });

  it('is proposed in whole words, and its reviewer sees what was asked before', async () => {
    const { runId } = await followUp();
    await house.verified.propose(admin, { runId, question: 'Number of orders by category' });
    expect(await house.drafted()).toMatchObject([
      {
        question: 'Number of orders by category',
        asked: 'by category',
        before: ['number of orders by region'],
        sql: expect.stringMatching(/category/),
      },
    ]);
  });

  it('becomes a golden case only in whole words', async () => {
    const { runId } = await followUp();
    const { id } = await house.goldenSets.create(admin, { dataSourceId: house.source.id, name: 'From answers' });
    if (id === null) throw new Error('a new set has an id');
    await expect(house.goldenSets.addFromAnswer(admin, { runId, setId: id })).rejects.toMatchObject(LEANS);
    await house.goldenSets.addFromAnswer(admin, { runId, setId: id, question: 'number of orders by category' });
    expect(await house.goldenSets.cases(admin, { dataSourceId: house.source.id, setId: id })).toMatchObject([
      { question: 'number of orders by category', expected: 'answer', originRunId: runId },
    ]);
  });
});

/** Turns what stands behind it around, and rings. */
const TRICKED = 'count of \u202eorders\u202c by category\u0007\n';
const PLAIN = 'count of orders by category';

describe('words that show otherwise than they are kept', () => {
  it('are cleaned in a proposal and where a reviewer changes one', async () => {
    const { runId } = await followUp('by category');
    await house.verified.propose(admin, { runId, question: TRICKED });
    const draft = (await house.drafted()).find(({ question }) => question === PLAIN);
    if (!draft) throw new Error('it was not proposed in plain words');
    const { id, sql, updatedAt } = draft;
    expect(await house.verified.update(admin, { id, updatedAt, question: TRICKED, sql })).toMatchObject({ question: PLAIN });
    await house.verified.reject(admin, { ...(await house.verified.get(admin, id)), note: 'only tried' });
  });

  it('are cleaned in a golden case, written or imported', async () => {
    const { id: setId } = await house.goldenSets.create(admin, { dataSourceId: house.source.id, name: 'Tricked' });
    if (setId === null) throw new Error('a new set has an id');
    const body = { question: TRICKED, expected: 'refusal', sql: null } as const;
    await house.goldenSets.saveCase(admin, { setId, body });
    expect(await house.goldenSets.importCases(admin, { setId, text: JSON.stringify(body) })).toEqual({ added: 0, known: 1 });
    expect(await house.goldenSets.cases(admin, { dataSourceId: house.source.id, setId })).toMatchObject([{ question: PLAIN }]);
  });
});

it('a whole question takes no other words: its statement would answer what nobody asked', async () => {
  const { runId } = await asked('number of orders');
  const propose = (question: string) => house.verified.propose(admin, { runId, question });
  await expect(propose('total amount of orders')).rejects.toMatchObject({ code: 'conflict', details: { reason: 'question_whole' } });
  expect(await propose('Number of orders?')).toEqual({ status: 'draft' });
  expect(await house.drafted()).toContainEqual(expect.objectContaining({ question: 'number of orders' }));
});
