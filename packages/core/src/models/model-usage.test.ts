import { type Actor, newId, type Role } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { createModelUsage } from './model-usage.ts';
import { createQuotaService } from './quota-service.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };
const endpoint: ModelEndpoint = {
  provider: 'openai',
  baseUrl: 'https://models.example/v1',
  model: 'large',
  apiKey: null,
  prices: { input: 2, output: 10 },
};

async function house() {
  const database = await createTestDatabase();
  onTestFinished(() => database[Symbol.asyncDispose]());
  const clock = createFakeClock('2026-03-01T22:00:00.000Z');
  const usage = createModelUsage({ database, clock, log: createRecordingLogger(), tokensPerQuestion: 60_000 });
  const quotas = createQuotaService({ database, clock });
  return { database, clock, usage, quotas, person };

  async function person(username: string, role: Role = 'normal'): Promise<Actor> {
    const { id } = await database.repositories.users.create({
      id: newId('usr'),
      username,
      hashedPassword: 'h',
      role,
      createdAt: clock.now(),
    });
    return { userId: id, username, role, attributes: {} };
  }
}

test('without a quota everybody is admitted, and what is used is counted with its cost', async () => {
  const { usage, person } = await house();
  const [layla, omar] = [await person('layla'), await person('omar', 'analyst')];
  for (const actor of [layla, layla, omar]) {
    const leave = await usage.admit(actor);
    expect(leave?.tokens).toBe(null);
    await leave?.settle(endpoint, { input: 1_000_000, output: 100_000 });
  }
  await usage.record(omar, { ...endpoint, model: 'local', prices: { input: null, output: null } }, { input: 5, output: 5 });
  const days = { from: '2026-03-01', to: '2026-03-01' };
  expect(await usage.usage(admin, { ...days, by: 'user' })).toEqual([
    { key: layla.userId, label: 'layla', requests: 2, inputTokens: 2_000_000, outputTokens: 200_000, cost: 6 },
    { key: omar.userId, label: 'omar', requests: 2, inputTokens: 1_000_005, outputTokens: 100_005, cost: 3 },
  ]);
  expect((await usage.usage(admin, { ...days, by: 'model' })).map(({ key, cost }) => [key, cost])).toEqual([
    ['large', 9],
    ['local', 0],
  ]);
  expect((await usage.usage(admin, { ...days, by: 'role' })).map(({ key }) => key)).toEqual(['normal', 'analyst']);
  expect(await usage.usage(admin, { from: '2026-03-02', to: '2026-03-31', by: 'day' })).toEqual([]);
});

test('a quota is of every single person of the role, a person’s own wins, and a day ends at midnight UTC', async () => {
  const { clock, usage, quotas, person } = await house();
  const [layla, omar] = [await person('layla'), await person('omar')];
  await quotas.setRole(admin, { role: 'normal', tokens: 1_000 });
  await quotas.setUser(admin, { username: 'Omar', tokens: 5_000 });
  for (const actor of [layla, omar]) await usage.record(actor, endpoint, { input: 900, output: 100 });
  expect(await usage.admit(layla)).toBe(null);
  expect(await usage.quotaReached(layla)).toBe(true);
  expect((await usage.admit(omar))?.tokens).toBe(4_000);
  expect(await usage.quotaReached(omar)).toBe(false);
  expect((await usage.admit({ ...layla, role: 'analyst' }))?.tokens).toBe(null);
  clock.advance({ minutes: 121 });
  expect((await usage.admit(layla))?.tokens).toBe(1_000);
  await quotas.setRole(admin, { role: 'normal', tokens: 0 });
  expect(await usage.admit(await person('rana'))).toBe(null);
});

test('questions at the same time share what is left, and never get more together', async () => {
  const { usage, quotas, person } = await house();
  const layla = await person('layla');
  await quotas.setRole(admin, { role: 'normal', tokens: 50_000 });
  const leaves = await Promise.all(Array.from({ length: 8 }, () => usage.admit(layla)));
  const granted = leaves.map((leave) => leave?.tokens ?? 0);
  expect(granted.slice(0, 3)).toEqual([25_000, 12_500, 6_250]);
  expect(granted.reduce((sum, tokens) => sum + tokens, 0)).toBeLessThanOrEqual(50_000);
  expect(leaves.at(-1)).toBe(null);
  await Promise.all(leaves.map((leave) => leave?.settle(endpoint, { input: 0, output: 0 })));
  await Promise.all(leaves.map((leave) => leave?.settle(endpoint, { input: 0, output: 0 })));
  expect((await usage.admit(layla))?.tokens).toBe(25_000);
});

test('what is settled while another asks counts as used or as held, never as neither', async () => {
  const { usage, quotas, person } = await house();
  const layla = await person('layla');
  await quotas.setRole(admin, { role: 'normal', tokens: 8_000 });
  const first = await usage.admit(layla);
  const settled = first?.settle(endpoint, { input: 8_000, output: 0 });
  const [second] = await Promise.all([usage.admit(layla), settled]);
  expect(second?.tokens ?? 0).toBeLessThanOrEqual(4_000);
  expect(await usage.admit(layla)).toBe(null);
});

test('quotas and usage are for administrators; every change of a quota is audited', async () => {
  const { database, usage, quotas, person } = await house();
  const layla = await person('layla');
  const days = { from: '2026-03-01', to: '2026-03-01', by: 'user' } as const;
  for (const attempt of [
    usage.usage(layla, days),
    quotas.get(layla),
    quotas.setRole(layla, { role: 'normal', tokens: null }),
    quotas.setUser(layla, { username: 'layla', tokens: null }),
    quotas.setCurrency(layla, 'SAR'),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  await quotas.setUser(admin, { username: 'layla', tokens: 7 });
  await quotas.setCurrency(admin, 'SAR');
  expect(await quotas.get(admin)).toMatchObject({ currency: 'SAR', roles: { normal: null }, users: [{ username: 'layla', tokens: 7 }] });
  await quotas.setUser(admin, { username: 'layla', tokens: null });
  expect((await quotas.get(admin)).users).toEqual([]);
  await expect(quotas.setUser(admin, { username: 'nobody', tokens: 1 })).rejects.toMatchObject({ code: 'not_found' });
  const audited = await database.repositories.auditLog.list({ action: 'model.quota_set', limit: 9 });
  expect(audited.map(({ details }) => [details.before, details.after])).toEqual(
    expect.arrayContaining([
      [7, null],
      ['USD', 'SAR'],
      [null, 7],
    ]),
  );
});

test('a quota that cannot be read admits nobody', async () => {
  const { database, usage, person } = await house();
  const layla = await person('layla');
  await database.repositories.settings.set('models.quotas', { roles: { normal: 'much' }, users: {} });
  await expect(usage.admit(layla)).rejects.toThrow();
});
