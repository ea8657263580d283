import { type Actor, newId, toolName } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createToolRegistry } from './tool-registry.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };

async function registry() {
  const database = await createTestDatabase();
  onTestFinished(() => database[Symbol.asyncDispose]());
  const clock = createFakeClock('2026-03-01T23:00:00.000Z');
  return { database, clock, tools: createToolRegistry({ database, clock }) };
}

test('every tool is on for everybody until it is switched off, which is audited', async () => {
  const { database, clock, tools } = await registry();
  expect([...(await tools.enabledFor('normal'))]).toEqual(toolName.options);
  await tools.setEnabled(admin, { tool: 'run_sql', role: 'normal', enabled: false });
  await tools.setEnabled(admin, { tool: 'run_sql', role: 'normal', enabled: false });
  expect((await tools.enabledFor('normal')).has('run_sql')).toBe(false);
  expect((await tools.enabledFor('analyst')).has('run_sql')).toBe(true);
  expect((await tools.list(admin)).find(({ name }) => name === 'run_sql')).toMatchObject({
    enabledFor: ['admin', 'analyst', 'integration'],
  });
  clock.advance({ seconds: 1 });
  await tools.setEnabled(admin, { tool: 'run_sql', role: 'normal', enabled: true });
  expect((await tools.enabledFor('normal')).has('run_sql')).toBe(true);
  const [last] = await database.repositories.auditLog.list({ action: 'tool.switched', limit: 5 });
  expect(last).toMatchObject({ actor: admin.userId, target: 'run_sql', details: { role: 'normal', enabled: true } });
});

test('a setting that cannot be read switches nothing on', async () => {
  const { database, tools } = await registry();
  await database.repositories.settings.set('tools.switchedOff', 'everything');
  await expect(tools.enabledFor('normal')).rejects.toThrow();
});

test('only administrators see and switch tools', async () => {
  const { tools } = await registry();
  for (const role of ['analyst', 'normal', 'integration'] as const) {
    const actor = { ...admin, role };
    await expect(tools.list(actor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(tools.setEnabled(actor, { tool: 'run_sql', role, enabled: true })).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('calls are counted per day in UTC, and told of the last 30 days', async () => {
  const { clock, tools } = await registry();
  tools.recordUse('run_sql', true);
  clock.advance({ days: 20 });
  tools.recordUse('run_sql', false);
  tools.recordUse('run_sql', true);
  tools.recordUse('ask_user', true);
  const told = async (tool: string) => (await tools.list(admin)).find(({ name }) => name === tool);
  expect(await told('run_sql')).toMatchObject({ calls: 3, failures: 1, failureRate: 1 / 3, lastUsedAt: '2026-03-21T23:00:00.000Z' });
  clock.advance({ days: 10 });
  expect(await told('run_sql')).toMatchObject({ calls: 2, failures: 1, failureRate: 0.5 });
  expect(await told('make_chart')).toMatchObject({ calls: 0, failureRate: null, lastUsedAt: null });
  clock.advance({ days: 30 });
  expect(await told('run_sql')).toMatchObject({ calls: 0, failureRate: null, lastUsedAt: '2026-03-21T23:00:00.000Z' });
});

test('what was not written yet is written when the server stops', async () => {
  const { database, tools } = await registry();
  tools.recordUse('run_sql', false);
  expect(await database.repositories.toolUses.since('2026-01-01')).toEqual([]);
  await tools.close();
  expect(await database.repositories.toolUses.since('2026-01-01')).toMatchObject([{ tool: 'run_sql', calls: 1, failures: 1 }]);
});

test('a count that cannot be written fails nobody, and is written later', async () => {
  const { database, clock } = await registry();
  const warnings: unknown[] = [];
  let broken = true;
  const { toolUses } = database.repositories;
  const moody = {
    ...database,
    repositories: {
      ...database.repositories,
      toolUses: {
        ...toolUses,
        add: (...given: Parameters<typeof toolUses.add>) => (broken ? Promise.reject(new Error('full')) : toolUses.add(...given)),
      },
    },
  };
  const tools = createToolRegistry({ database: moody, clock, log: { warn: (fields) => void warnings.push(fields) } });
  tools.recordUse('run_sql', true);
  expect((await tools.list(admin)).find(({ name }) => name === 'run_sql')).toMatchObject({ calls: 0 });
  expect(warnings).toHaveLength(1);
  broken = false;
  tools.recordUse('run_sql', false);
  expect((await tools.list(admin)).find(({ name }) => name === 'run_sql')).toMatchObject({ calls: 2, failures: 1 });
});
