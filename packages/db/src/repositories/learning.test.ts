import { newId, type VerifiedQuestionCheck } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/index.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe.each(await testDatabases())('what is learnt, on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function aRun(question = 'How many?') {
    const source = { id: newId('src'), name: 'Sales', kind: 'files', dialect: 'duckdb', location: 'x', isDefault: false } as const;
    const { id: dataSourceId } = await database.repositories.dataSources.create({ ...source, createdAt: at(0) });
    const [runId, messageId, conversationId, userId] = [newId('run'), newId('msg'), newId('cnv'), newId('usr')];
    const { conversations, messages, answers } = database.repositories;
    await conversations.create({ id: conversationId, userId, dataSourceId, title: question, createdAt: at(0) });
    await messages.create({ id: messageId, conversationId, text: question, createdAt: at(0) });
    await answers.create({ id: runId, conversationId, messageId, dataSourceId, startedAt: at(0) });
    return { runId, userId, dataSourceId, conversationId };
  }

  const aQuestion = (dataSourceId: Awaited<ReturnType<typeof aRun>>['dataSourceId'], question = 'كم عدد الطلبات؟') => ({
    id: newId('vfq'),
    dataSourceId,
    question,
    questionKey: question.toLowerCase(),
    language: 'ar' as const,
    sql: 'SELECT 1',
    asOf: '2026-01-01',
    status: 'draft' as const,
    origin: 'liked' as const,
    author: newId('usr'),
    createdAt: at(1),
  });

  test('the last verdict of a person on an answer counts, and goes with the conversation', async () => {
    const { answerFeedback, conversations, answers } = database.repositories;
    const { runId, userId, dataSourceId, conversationId } = await aRun('Which region?');
    await answers.finish(runId, { outcome: 'answered', sql: 'SELECT 2', finishedAt: at(1), keptRows: [['secret']] });
    await answerFeedback.put({ runId, userId, verdict: 'like', comment: '', createdAt: at(1) });
    await answerFeedback.put({ runId, userId, verdict: 'dislike', comment: 'wrong region', createdAt: at(2) });
    const { items, total } = await answerFeedback.list({ dataSourceId, verdict: 'dislike', limit: 10 });
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        runId,
        userId,
        verdict: 'dislike',
        comment: 'wrong region',
        createdAt: at(2),
        dataSourceId,
        question: 'Which region?',
        sql: 'SELECT 2',
        engine: null,
      },
    ]);
    expect((await answerFeedback.list({ dataSourceId, verdict: 'like', limit: 10 })).total).toBe(0);
    expect(await answerFeedback.get(runId, newId('usr'))).toBeNull();
    await conversations.remove(conversationId);
    expect((await answerFeedback.list({ dataSourceId, limit: 10 })).total).toBe(0);
    await expect(answerFeedback.put({ runId, userId, verdict: 'like', comment: '', createdAt: at(3) })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a verdict is taken back', async () => {
    const { answerFeedback } = database.repositories;
    const { runId, userId } = await aRun();
    await answerFeedback.put({ runId, userId, verdict: 'like', comment: '', createdAt: at(1) });
    await answerFeedback.remove(runId, userId);
    expect(await answerFeedback.get(runId, userId)).toBeNull();
  });

  test('only verified questions are listed as such', async () => {
    const { verifiedQuestions } = database.repositories;
    const { dataSourceId } = await aRun();
    const draft = await verifiedQuestions.create(aQuestion(dataSourceId));
    expect(draft).toMatchObject({ ...aQuestion(dataSourceId), id: draft.id, author: draft.author, check: null, uses: 0 });
    expect(await verifiedQuestions.listVerified(dataSourceId)).toEqual([]);
    expect(await verifiedQuestions.update(draft.id, draft.updatedAt, { status: 'verified', reviewer: 'usr_x' }, at(2))).toBe(true);
    expect(await verifiedQuestions.listVerified(dataSourceId)).toMatchObject([{ id: draft.id, reviewer: 'usr_x', updatedAt: at(2) }]);
    for (const status of ['rejected', 'stale', 'draft'] as const) {
      const now = (await verifiedQuestions.getById(draft.id))?.updatedAt ?? at(0);
      await verifiedQuestions.update(draft.id, now, { status }, new Date(now.getTime() + 1));
      expect(await verifiedQuestions.listVerified(dataSourceId)).toEqual([]);
    }
  });

  test('drafts are read a page at a time, oldest first, of every source', async () => {
    const { verifiedQuestions } = database.repositories;
    const [one, other] = [await aRun(), await aRun()];
    const of = [one, other, one].map(({ dataSourceId }, minute) => ({ ...aQuestion(dataSourceId), createdAt: at(100 + minute) }));
    // Two of the same moment are told apart by their ids.
    const twin = { ...aQuestion(other.dataSourceId), createdAt: at(101) };
    for (const row of [...of, twin]) await verifiedQuestions.create(row);
    await verifiedQuestions.create({ ...aQuestion(one.dataSourceId), status: 'rejected', createdAt: at(101) });
    const read: string[] = [];
    let last = await verifiedQuestions.create({ ...aQuestion(one.dataSourceId), createdAt: at(99) });
    for (let page = await verifiedQuestions.listDrafts(last, 1); page[0]; page = await verifiedQuestions.listDrafts(last, 1)) {
      last = page[0];
      read.push(last.id);
    }
    const [first, second, third] = of.map(({ id }) => id);
    expect(read).toEqual([first, ...[second, twin.id].toSorted(), third]);
    expect((await verifiedQuestions.listDrafts(null, 100)).map(({ id }) => id)).toEqual(expect.arrayContaining(read));
  });

  test('of two changes to the same state of a question one is made; a use is no change', async () => {
    const { verifiedQuestions } = database.repositories;
    const { dataSourceId } = await aRun();
    const { id, updatedAt } = await verifiedQuestions.create(aQuestion(dataSourceId));
    await verifiedQuestions.countUse(id);
    const check = { problems: ['refused'] } as unknown as VerifiedQuestionCheck;
    const made = await Promise.all([
      verifiedQuestions.update(id, updatedAt, { sql: 'SELECT 2', check }, at(5)),
      verifiedQuestions.update(id, updatedAt, { sql: 'SELECT 3', check }, at(6)),
    ]);
    expect(made.filter(Boolean)).toHaveLength(1);
    const now = await verifiedQuestions.getById(id);
    expect(now).toMatchObject({ sql: made[0] ? 'SELECT 2' : 'SELECT 3', uses: 1, check });
    await verifiedQuestions.update(id, now?.updatedAt ?? at(0), { check: null }, at(7));
    expect((await verifiedQuestions.getById(id))?.check).toBeNull();
  });

  test('questions are found by words of question and statement, page by page', async () => {
    const { verifiedQuestions } = database.repositories;
    const { dataSourceId } = await aRun();
    for (const [index, name] of ['Orders by region', 'Orders by month', 'الإيراد حسب المنطقة'].entries())
      await verifiedQuestions.create({ ...aQuestion(dataSourceId, name), createdAt: at(index) });
    const found = (find: string, offset = 0) => verifiedQuestions.list({ dataSourceId, status: ['draft'], find, offset, limit: 1 });
    expect(await found('')).toMatchObject({ total: 3, items: [{ question: 'الإيراد حسب المنطقة' }] });
    expect(await found('ORDERS', 1)).toMatchObject({ total: 2, items: [{ question: 'Orders by region' }] });
    expect(await found('الايراد')).toMatchObject({ total: 1 });
    expect(await found('select 1', 2)).toMatchObject({ total: 3, items: [{ question: 'Orders by region' }] });
    expect(await verifiedQuestions.listByKey(dataSourceId, 'orders by month')).toMatchObject([{ question: 'Orders by month' }]);
  });
});
