import { type Actor, newId } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { describe, expect, it } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst } from '../testing/answering.ts';
import { admin, createLearning, normal, QUESTION, RIGHT, WRONG } from '../testing/learning-house.ts';

describe('feedback', () => {
  it('is given on own answers, changed and taken back', async () => {
    await using house = await createLearning();
    const { runId } = await house.ask('number of orders by region');
    expect(await house.feedback.ofAnswer(analyst, runId)).toEqual({ verdict: null, comment: '', proposed: false });
    await house.like(analyst, runId);
    const now = await house.feedback.give(analyst, { runId, verdict: 'dislike', comment: 'not by city' });
    expect(now).toEqual({ verdict: 'dislike', comment: 'not by city', proposed: true });
    expect(await house.feedback.takeBack(analyst, runId)).toMatchObject({ verdict: null });
    await expect(house.like(normal, runId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(house.feedback.ofAnswer(admin, runId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(house.like(analyst, newId('run'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('reaches administrators with question and statement, never with rows', async () => {
    await using house = await createLearning();
    const { runId } = await house.ask('customers in Riyadh');
    await house.feedback.give(analyst, { runId, verdict: 'dislike', comment: 'some are missing' });
    const { items } = await house.feedback.list(admin, { verdict: 'dislike' });
    expect(items).toMatchObject([
      { by: 'noura', question: 'customers in Riyadh', comment: 'some are missing', engine: 'embedded', dataSource: 'Shop' },
    ]);
    expect(items[0]?.sql).toContain('customers');
    expect(JSON.stringify(items)).not.toContain('Customer 4');
    await expect(house.feedback.list(analyst, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('a like proposes a question once with its statement, whoever likes it', async () => {
    await using house = await createLearning();
    const one = await house.ask('number of orders by region');
    const other = await house.ask('Number of orders by region?', {}, normal);
    await house.like(analyst, one.runId);
    await house.like(analyst, one.runId);
    await house.like(normal, other.runId);
    expect(await house.list(['draft'])).toMatchObject([
      { question: 'number of orders by region', origin: 'liked', author: 'noura', conflicts: [] },
    ]);
    const refused = await house.ask('blorp zang quux');
    await house.like(analyst, refused.runId);
    expect(await house.list(['draft'])).toHaveLength(1);
  });
});

describe('a statement run by hand', () => {
  it('is a turn of the conversation, guarded, and said to be manual', async () => {
    await using house = await createLearning();
    const { runId, conversationId } = await house.ask('number of orders by region');
    const rerun = await house.answers.rerun(analyst, { runId, sql: RIGHT });
    expect(rerun.conversationId).toBe(conversationId);
    const events = await house.listen(rerun.runId);
    const receipt = events.find((event) => event.type === 'receipt')?.receipt;
    expect(receipt).toMatchObject({ engine: 'manual', rows: { returned: 1 } });
    const bad = await house.answers.rerun(analyst, { runId, sql: 'DELETE FROM orders' });
    expect((await house.listen(bad.runId)).at(-1)).toMatchObject({ type: 'done', outcome: 'refused' });
    await expect(house.answers.rerun(normal, { runId, sql: RIGHT })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.answers.rerun(admin, { runId, sql: RIGHT })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is proposed as a correction', async () => {
    await using house = await createLearning();
    expect(await house.drafted(QUESTION, RIGHT)).toMatchObject({
      origin: 'corrected',
      question: QUESTION,
      asked: null,
      sql: RIGHT,
      status: 'draft',
    });
  });
});

describe('a review', () => {
  it('lets a checked draft answer the same question of somebody else', async () => {
    await using house = await createLearning();
    const done = await house.approved(QUESTION, RIGHT);
    expect(done).toMatchObject({
      status: 'verified',
      reviewer: 'huda',
      check: { problems: [], original: 'same', author: { state: 'passed', rows: 1 } },
    });
    const { of } = await house.ask('The Riyadh figure, of the board?'.replace(',', ''), {}, normal);
    expect(of('receipt')[0]?.receipt).toMatchObject({ engine: 'verified', verified: { id: done.id, question: QUESTION } });
    expect(of('rows')[0]?.rows).toEqual([[300]]);
    const makkah = await house.ask('the Makkah figure of the board', {}, normal);
    expect(makkah.of('sql')[0]?.sql).toBe(RIGHT.replace('Riyadh', 'Makkah'));
    expect(makkah.of('receipt')[0]?.receipt.engine).toBe('verified');
    expect((await house.list(['verified']))[0]?.uses).toBe(2);
  });

  it('approves nothing that was not checked, failed its check, or was changed meanwhile', async () => {
    await using house = await createLearning();
    const { id, updatedAt } = await house.drafted(QUESTION, RIGHT);
    await expect(house.verified.approve(admin, { id, updatedAt, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    const seen = await house.checked(id);
    await expect(house.verified.approve(admin, { id, updatedAt, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    const broken = await house.verified.update(admin, {
      id,
      updatedAt: seen.updatedAt,
      question: QUESTION,
      sql: 'SELECT nothing FROM orders',
    });
    expect(broken.check).toBeNull();
    const failed = await house.checked(id);
    expect(failed.check?.problems).toContain('refused');
    await expect(house.verified.approve(admin, { id, updatedAt: failed.updatedAt, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    for (const actor of [analyst, normal])
      await expect(house.verified.approve(actor, { id, updatedAt: failed.updatedAt, note: '' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    expect(await house.pairs()).toEqual([]);
  });

  it('is blocked by a golden question that the draft makes wrong', async () => {
    await using house = await createLearning();
    const question = 'number of orders by region';
    const gold = 'SELECT region, COUNT(*) FROM orders JOIN customers USING (customer_id) GROUP BY region';
    await house.golden(question, gold);
    const { id } = await house.drafted(question, WRONG);
    const { check, updatedAt } = await house.checked(id);
    expect(check).toMatchObject({
      problems: ['regression'],
      current: { likeness: 'different' },
      golden: { total: 1, rightBefore: 1, rightAfter: 0, regressions: [{ question, before: 'right', after: 'wrong' }] },
    });
    await expect(house.verified.approve(admin, { id, updatedAt, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await house.ask(question)).of('receipt')[0]?.receipt.engine).toBe('embedded');
  });

  it('replays as the author may read, whatever the reviewer may', async () => {
    const policyFor: PolicyFor = async (actor, _source, { snapshot }) => {
      const policy = policyFromSnapshot(snapshot);
      if (actor.role !== 'normal') return policy;
      return policyFromSnapshot({ ...snapshot, tables: snapshot.tables.filter(({ name }) => name !== 'customers') });
    };
    await using house = await createLearning({ policyFor });
    const { id } = await house.drafted(QUESTION, RIGHT);
    await house.database.repositories.users.update(analyst.userId, { role: 'normal' }, new Date());
    const { check } = await house.checked(id);
    expect(check).toMatchObject({ problems: ['author_refused'], reviewer: { state: 'passed' }, author: { state: 'refused' } });
    await house.database.repositories.users.update(analyst.userId, { role: 'analyst' }, new Date());
    const again = await house.checked(id);
    await house.verified.approve(admin, { id, updatedAt: again.updatedAt, note: '' });
    // Who may not run it is answered as if it were not there.
    const { of, events } = await house.ask(QUESTION, {}, normal);
    expect(of('receipt')[0]?.receipt.engine).not.toBe('verified');
    expect(JSON.stringify(events)).not.toContain(id);
  });

  it('takes one statement for a question, until that one is retired', async () => {
    await using house = await createLearning();
    const first = await house.approved(QUESTION, RIGHT);
    // The question is answered as verified now, so a second statement comes as a correction.
    const second = await house.drafted(QUESTION, `${RIGHT} AND orders.amount > 0`);
    const { updatedAt, conflicts, check } = await house.checked(second.id);
    expect(conflicts).toMatchObject([{ id: first.id, sql: RIGHT }]);
    await expect(house.verified.approve(admin, { id: second.id, updatedAt, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    expect(check).not.toBeNull();
    const { updatedAt: now } = await house.verified.get(admin, first.id);
    expect(await house.verified.retire(admin, { id: first.id, updatedAt: now })).toMatchObject({ status: 'draft', check: null });
    expect(await house.pairs()).toEqual([]);
  });

  it('leaves a trace of every decision', async () => {
    await using house = await createLearning();
    const { id } = await house.drafted(QUESTION, RIGHT);
    const { updatedAt } = await house.checked(id);
    await house.verified.reject(admin, { id, updatedAt, note: 'the board means net figures' });
    const events = await house.database.repositories.auditLog.list({ limit: 50 });
    const actions = events.filter(({ target }) => target === id).map(({ action }) => action);
    expect(actions).toEqual(['verifiedQuestion.rejected', 'verifiedQuestion.checked', 'verifiedQuestion.proposed']);
    expect(await house.list(['rejected'])).toMatchObject([{ reviewNote: 'the board means net figures', reviewer: 'huda' }]);
  });

  it('takes a rejected question up again, unchecked', async () => {
    await using house = await createLearning();
    const { id } = await house.drafted(QUESTION, RIGHT);
    const { updatedAt } = await house.checked(id);
    const rejected = await house.verified.reject(admin, { id, updatedAt, note: 'not now' });
    await expect(house.verified.reopen(analyst, rejected)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await house.verified.reopen(admin, rejected)).toMatchObject({ status: 'draft', check: null, reviewer: null, reviewNote: null });
    await expect(house.verified.reopen(admin, await house.verified.get(admin, id))).rejects.toMatchObject({ code: 'conflict' });
    expect(await house.list(['rejected'])).toEqual([]);
  });

  it('checks again what passed before another question was verified', async () => {
    await using house = await createLearning();
    const one = await house.drafted(QUESTION, RIGHT);
    const other = await house.drafted('the Makkah figure of the council', RIGHT.replace('Riyadh', 'Makkah'));
    const [first, second] = [await house.checked(one.id), await house.checked(other.id)];
    await house.verified.approve(admin, { id: one.id, updatedAt: first.updatedAt, note: '' });
    await expect(house.verified.approve(admin, { id: other.id, updatedAt: second.updatedAt, note: '' })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'check_outdated' },
    });
    await house.jobs.settled();
    const again = await house.verified.get(admin, other.id);
    expect(again.check?.golden.total).toBe(1);
    expect(await house.verified.approve(admin, { id: other.id, updatedAt: again.updatedAt, note: '' })).toMatchObject({
      status: 'verified',
    });
  });

  it.each(['comes', 'expects something else'])('checks again what passed before a golden question %s', async (change) => {
    await using house = await createLearning();
    const question = 'number of orders by region';
    const forbids = 'SELECT region, COUNT(*) FROM orders JOIN customers USING (customer_id) GROUP BY region';
    const { goldenSets } = house.database.repositories;
    if (change !== 'comes') await house.golden(question, WRONG);
    const { id } = await house.drafted(question, WRONG);
    const passed = await house.checked(id);
    expect(passed.check?.problems).toEqual([]);
    if (change === 'comes') await house.golden(question, forbids);
    for (const set of change === 'comes' ? [] : await goldenSets.list(house.sourceId))
      for (const one of await goldenSets.listCases(set.id)) await goldenSets.updateCase(one, { ...one, sql: forbids }, new Date());
    await expect(house.verified.approve(admin, { ...passed, note: '' })).rejects.toMatchObject({ details: { reason: 'check_outdated' } });
    await house.jobs.settled();
    const again = await house.verified.get(admin, id);
    expect(again.check?.problems).toEqual(['regression']);
    await expect(house.verified.approve(admin, { ...again, note: '' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await house.pairs()).toEqual([]);
  });

  it('is told of a check that broke, which can be run again', async () => {
    await using house = await createLearning();
    const { id } = await house.drafted(QUESTION, RIGHT);
    house.checking.before = () => Promise.reject(new Error('the source is down'));
    await house.verified.check(admin, id);
    await house.jobs.settled();
    expect(await house.verified.get(admin, id)).toMatchObject({
      check: null,
      checking: null,
      brokenCheck: { why: 'failed', startedBy: 'huda' },
    });
    house.checking.before = async () => undefined;
    expect(await house.checked(id)).toMatchObject({ check: { problems: [] }, brokenCheck: null });
    // The process dies while it checks again.
    await house.verified.check(admin, id);
    await house.jobs.close();
    expect(await house.verified.get(admin, id)).toMatchObject({ check: { problems: [] }, brokenCheck: { why: 'lost' } });
    const unchecked = house.verified.approve(admin, { id, updatedAt: (await house.verified.get(admin, id)).updatedAt, note: '' });
    await expect(unchecked).rejects.toMatchObject({ code: 'conflict' });
  });

  it('a check is cancelled without a trace in the draft', async () => {
    await using house = await createLearning();
    const { id, updatedAt } = await house.drafted(QUESTION, RIGHT);
    expect((await house.verified.check(admin, id)).checking).not.toBeNull();
    expect(await house.verified.cancelCheck(admin, id)).toMatchObject({ checking: null, check: null, brokenCheck: null, updatedAt });
  });
});

describe('what was not approved', () => {
  it('changes no later answer, however often it was liked', async () => {
    await using house = await createLearning();
    const question = 'number of orders by region';
    const before = await house.ask(question);
    const poisoned = await house.written(question, WRONG);
    await house.like(analyst, poisoned);
    await house.verified.propose(analyst, { runId: poisoned });
    // Three more people say the same.
    for (let person = 0; person < 3; person++) {
      const actor: Actor = { ...normal, userId: newId('usr'), role: 'analyst' };
      const first = await house.ask(question, {}, actor);
      const { runId } = await house.answers.rerun(actor, { runId: first.runId, sql: WRONG });
      await house.listen(runId, actor);
      await house.like(actor, runId);
    }
    expect(await house.list(['draft'])).toMatchObject([{ sql: WRONG }]);
    await nothingLearnt();
    const [draft] = await house.list(['draft']);
    if (!draft) throw new Error('no draft');
    await house.golden(question, 'SELECT region, COUNT(*) FROM orders JOIN customers USING (customer_id) GROUP BY region');
    const { check, updatedAt } = await house.checked(draft.id);
    expect(check?.problems).toEqual(['regression']);
    await nothingLearnt();
    await house.verified.reject(admin, { id: draft.id, updatedAt, note: 'made up' });
    await nothingLearnt();
    // Liked again, it stays rejected.
    await house.like(analyst, await house.written(question, WRONG));
    expect(await house.list(['draft', 'verified'])).toEqual([]);
    await nothingLearnt();

    async function nothingLearnt() {
      expect(await house.pairs()).toEqual([]);
      const { of } = await house.ask(question, {}, normal);
      expect(of('sql')).toEqual(before.of('sql'));
      expect(of('rows')).toEqual(before.of('rows'));
      const refused = await house.ask('number of zorps by region of the orders', {}, normal);
      expect(JSON.stringify(refused.of('refusal'))).not.toContain('SELECT 7');
    }
  });
});

describe('a schema that drifts', () => {
  it('takes what no longer passes out of use', async () => {
    await using house = await createLearning();
    const { id } = await house.approved(QUESTION, RIGHT);
    const snapshot = await house.database.repositories.dataSources.snapshotOf(house.sourceId);
    if (!snapshot) throw new Error('no snapshot');
    const tables = snapshot.tables.filter(({ name }) => name !== 'customers');
    await house.database.repositories.dataSources.update(
      house.sourceId,
      { schemaSnapshot: { ...snapshot, tables }, schemaVersion: 'another' },
      new Date(),
    );
    await house.watch.verifiedPairs(house.sourceId);
    await house.watch.settled();
    expect(await house.watch.verifiedPairs(house.sourceId)).toEqual([]);
    expect(await house.list(['stale'])).toMatchObject([{ id }]);
  });
});
