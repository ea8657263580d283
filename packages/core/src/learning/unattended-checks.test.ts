import type { VerifiedQuestionId } from '@majed-vanna/contract';
import { startFakeLlm } from '@majed-vanna/fake-llm';
import { expect, it } from 'vitest';
import { createAgent } from '../agent/create-agent.ts';
import { analyst } from '../testing/answering.ts';
import { admin, createLearning, QUESTION, RIGHT } from '../testing/learning-house.ts';
import { searchByWords } from '../testing/search-by-words.ts';

const OTHER = 'the Makkah figure of the council';
const BY_ITSELF = { startedAt: '2026-03-10T10:00:00.000Z', startedBy: null };

it('a liked answer is checked before a reviewer looks at it, and can be approved at once', async () => {
  await using house = await createLearning();
  house.unattended.start();
  const { runId } = await house.ask('number of orders by region');
  await house.like(analyst, runId);
  await house.unattended.settled();
  const [draft] = await house.list(['draft']);
  expect(draft).toMatchObject({ check: { problems: [], checkedBy: null, author: { state: 'passed' } }, checking: null, brokenCheck: null });
  const [event] = await house.database.repositories.auditLog.list({ limit: 1 });
  expect(event).toMatchObject({ action: 'verifiedQuestion.checked', actor: 'system', target: draft?.id });
  if (draft) expect(await house.verified.approve(admin, { ...draft, note: '' })).toMatchObject({ status: 'verified', reviewer: 'huda' });
});

it('what waited while the server was down is checked at its start, and what was changed or taken up again soon after', async () => {
  await using house = await createLearning();
  const [one, other] = [await house.drafted(QUESTION, RIGHT), await house.drafted(OTHER, RIGHT.replace('Riyadh', 'Makkah'))];
  const checked: VerifiedQuestionId[] = [];
  house.checking.before = async (id) => void checked.push(id);
  house.unattended.start();
  await house.unattended.settled();
  expect(checked).toEqual([one.id, other.id]);
  const { updatedAt } = await house.verified.get(admin, one.id);
  await house.verified.update(admin, { id: one.id, updatedAt, question: QUESTION, sql: 'SELECT nothing FROM orders' });
  await house.unattended.settled();
  const refused = await house.verified.get(admin, one.id);
  expect(refused.check?.problems).toContain('refused');
  await house.verified.reopen(admin, await house.verified.reject(admin, { ...refused, note: 'not now' }));
  await house.unattended.settled();
  expect(checked).toEqual([one.id, other.id, one.id, one.id]);
});

it('a check that broke is not repeated by itself; one that ended with the process is, once', async () => {
  await using house = await createLearning();
  const { verifiedQuestions } = house.database.repositories;
  const { id: broken } = await house.drafted(QUESTION, RIGHT);
  const { id: lost } = await house.drafted(OTHER, RIGHT);
  const { id: ofReviewer } = await house.drafted('a third figure', RIGHT);
  await verifiedQuestions.noteCheck(lost, { ...BY_ITSELF, why: 'lost' });
  await verifiedQuestions.noteCheck(ofReviewer, { ...BY_ITSELF, startedBy: 'huda', why: 'lost' });
  const noted: unknown[] = [];
  house.checking.before = async (id) => {
    noted.push([id, (await verifiedQuestions.getById(id))?.begunCheck?.why]);
    if (id === broken) throw new Error('the source is down');
  };
  house.unattended.start();
  await house.unattended.settled();
  house.unattended.soon();
  await house.unattended.settled();
  // Should the process end with it again, it counts as broken.
  expect(noted).toEqual([
    [broken, 'lost'],
    [lost, 'failed'],
  ]);
  expect(await house.verified.get(admin, broken)).toMatchObject({ check: null, brokenCheck: { why: 'failed', startedBy: null } });
  expect(await house.verified.get(admin, lost)).toMatchObject({ check: { problems: [] }, brokenCheck: null });
  expect(await house.verified.get(admin, ofReviewer)).toMatchObject({ brokenCheck: { why: 'lost', startedBy: 'huda' } });
});

/** The first check goes on until it is stopped. */
async function atWork() {
  const house = await createLearning();
  const [one, other] = [await house.drafted(QUESTION, RIGHT), await house.drafted(OTHER, RIGHT.replace('Riyadh', 'Makkah'))];
  const begun = Promise.withResolvers<void>();
  const checked: VerifiedQuestionId[] = [];
  house.checking.before = (id, signal) => {
    if (checked.push(id) > 1) return Promise.resolve();
    begun.resolve();
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  house.unattended.start();
  await begun.promise;
  return { house, one, other, checked };
}

it('a check that a reviewer begins goes before, and the other one is taken up after it', async () => {
  const { house, one, other, checked } = await atWork();
  await using _ = house;
  await house.verified.check(admin, other.id);
  await house.unattended.settled();
  expect(checked).toEqual([one.id, other.id, one.id]);
  expect(await house.verified.get(admin, other.id)).toMatchObject({ check: { problems: [], checkedBy: 'huda' }, brokenCheck: null });
  expect(await house.verified.get(admin, one.id)).toMatchObject({ check: { problems: [], checkedBy: null }, brokenCheck: null });
});

it('a reviewer takes over the check of the same draft, or ends it for good', async () => {
  const { house, one, other, checked } = await atWork();
  await using _ = house;
  await house.verified.check(admin, one.id);
  await house.unattended.settled();
  expect(checked).toEqual([one.id, one.id, other.id]);
  expect((await house.verified.get(admin, one.id)).check).toMatchObject({ problems: [], checkedBy: 'huda' });
  const again = await atWork();
  await using _again = again.house;
  expect(await again.house.verified.cancelCheck(admin, again.one.id)).toMatchObject({ check: null, checking: null, brokenCheck: null });
  await again.house.unattended.settled();
  expect(again.checked).toEqual([again.one.id, again.other.id]);
});

it('a server that stops leaves nothing behind, and the next one begins again', async () => {
  const { house, one } = await atWork();
  await using _ = house;
  await Promise.all([house.unattended.close(), house.jobs.close()]);
  expect(await house.verified.get(admin, one.id)).toMatchObject({ check: null, checking: null, brokenCheck: null });
  house.unattended.start();
  await house.unattended.settled();
  expect((await house.verified.get(admin, one.id)).check).toMatchObject({ problems: [] });
});

it('no model is asked by itself; where golden questions need one, a reviewer has to want it', async () => {
  await using llm = await startFakeLlm({});
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const model = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
  await using house = await createLearning({ model });
  const { id } = await house.drafted(QUESTION, RIGHT);
  await house.golden('blorp zang quux', RIGHT);
  house.unattended.start();
  await house.unattended.settled();
  expect(llm.requests).toEqual([]);
  const seen = await house.verified.get(admin, id);
  expect(seen.check?.problems).toEqual(['golden_without_model']);
  await expect(house.verified.approve(admin, { ...seen, note: '' })).rejects.toMatchObject({ code: 'conflict' });
  const { check } = await house.checked(id);
  expect(llm.requests).not.toEqual([]);
  expect(check?.problems).toEqual([]);
});
