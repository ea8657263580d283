import { type Actor, MAX_OPEN_PROPOSALS, newId } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';
import { type TestDatabase, testDatabases } from '@majed-vanna/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst } from '../testing/answering.ts';
import { admin, createLearning, normal, RIGHT } from '../testing/learning-house.ts';
import { propose } from './proposals.ts';

const COUNTED = 'number of orders by region';

describe('proposals', () => {
  it('of one person wait up to a limit: one more is refused, and a like is only a like', async () => {
    await using house = await createLearning();
    const { runId } = await house.ask(COUNTED);
    const { verifiedQuestions } = house.database.repositories;
    const row = {
      dataSourceId: house.sourceId,
      language: 'en',
      sql: RIGHT,
      status: 'draft',
      origin: 'saved',
      createdAt: new Date(),
    } as const;
    for (let count = 0; count < MAX_OPEN_PROPOSALS; count++)
      await verifiedQuestions.create({ ...row, id: newId('vfq'), question: `q${count}`, questionKey: `q${count}`, author: analyst.userId });
    const full = { code: 'conflict', details: { reason: 'too_many_drafts', most: MAX_OPEN_PROPOSALS } };
    await expect(house.verified.propose(analyst, { runId })).rejects.toMatchObject(full);
    expect(await house.like(analyst, runId)).toMatchObject({ verdict: 'like', proposed: false });
    expect(await house.list(['draft'])).toHaveLength(MAX_OPEN_PROPOSALS);
    const other = await house.ask(COUNTED, {}, normal);
    expect(await house.like(normal, other.runId)).toMatchObject({ proposed: true });
    // Nor does a full list tell that somebody else was faster.
    await expect(house.verified.propose(analyst, { runId })).rejects.toMatchObject(full);
  });

  it('of somebody else tell nothing of themselves before answers come from them', async () => {
    await using house = await createLearning();
    const [one, other] = [await house.ask(COUNTED), await house.ask(COUNTED, {}, normal)];
    const second = () => house.verified.propose(normal, { runId: other.runId });
    const seen = () => house.feedback.ofAnswer(normal, other.runId);
    const fresh = await house.verified.propose(analyst, { runId: one.runId });
    expect(fresh).toEqual({ status: 'draft' });
    expect(await seen()).toMatchObject({ proposed: false });
    expect(await second()).toEqual(fresh);
    const [draft] = await house.list(['draft']);
    if (!draft) throw new Error('no draft');
    const rejected = await house.verified.reject(admin, { ...draft, note: 'not now' });
    expect(await second()).toEqual(fresh);
    expect(await seen()).toMatchObject({ proposed: false });
    expect(await house.like(normal, other.runId)).toMatchObject({ proposed: true });
    expect(await house.verified.propose(analyst, { runId: one.runId })).toEqual({ status: 'rejected' });
    expect(await house.list(['draft'])).toEqual([]);
    const { id } = await house.verified.reopen(admin, rejected);
    await house.verified.approve(admin, { ...(await house.checked(id)), note: '' });
    expect(await second()).toEqual({ status: 'verified' });
  });

  it('tell a reviewer what became of the first of them', async () => {
    await using house = await createLearning();
    const [one, other] = [await house.ask(COUNTED), await house.ask(COUNTED, {}, admin)];
    await house.verified.propose(analyst, { runId: one.runId });
    const [draft] = await house.list(['draft']);
    if (!draft) throw new Error('no draft');
    await house.verified.reject(admin, { ...draft, note: 'not now' });
    expect(await house.verified.propose(admin, { runId: other.runId })).toEqual({ status: 'rejected' });
  });
});

describe.each(await testDatabases())('proposals at the same time on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function world() {
    const createdAt = new Date();
    const author: Actor = { userId: newId('usr'), username: newId('usr'), role: 'analyst', attributes: {} };
    await database.repositories.users.create({ id: author.userId, username: author.username, hashedPassword: 'h', createdAt });
    const source = () =>
      database.repositories.dataSources.create({
        id: newId('src'),
        name: 'Shop',
        kind: 'files',
        dialect: 'duckdb',
        location: 'x',
        isDefault: false,
        createdAt,
      });
    const sources = [await source(), await source()] as const;
    const put = (question: string, at: 0 | 1 = 0, proposed = async (_: Repositories): Promise<void> => undefined) =>
      database.transaction(async (inside) => {
        const proposal = { source: sources[at], question, sql: 'SELECT 1', origin: 'saved', runId: null, author } as const;
        const outcome = await propose(inside, { ...proposal, writtenAt: createdAt }, createdAt);
        await proposed(inside);
        return outcome;
      });
    /** The second begins when the first has proposed, and has time to end before it. */
    async function together(first: Parameters<typeof put>, second: Parameters<typeof put>) {
      const begun = Promise.withResolvers<void>();
      const one = put(first[0], first[1], async ({ users }) => {
        begun.resolve();
        for (let look = 0; look < 100; look++) await users.getById(author.userId);
      });
      await begun.promise;
      return Promise.all([one, put(...second)]);
    }
    const waiting = () => database.repositories.verifiedQuestions.countDraftsOf(author.userId);
    return { put, together, waiting };
  }

  it('take the last free place once, in whichever source', async () => {
    const { put, together, waiting } = await world();
    for (let count = 1; count < MAX_OPEN_PROPOSALS; count++) await put(`question ${count}`);
    expect(await together(['one'], ['two', 1])).toEqual([{ status: 'draft' }, null]);
    expect(await waiting()).toBe(MAX_OPEN_PROPOSALS);
  });

  it('of the same question make one draft', async () => {
    const { together, waiting } = await world();
    expect(await together(['the same'], ['The same?'])).toEqual([{ status: 'draft' }, { status: 'draft' }]);
    expect(await waiting()).toBe(1);
  });
});
