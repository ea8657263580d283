import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createFakeClock } from '@majed-vanna/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../testing/read-events.ts';
import { realServer, setUp } from '../testing/real-server.ts';

/** A server whose only data source lost its file; its three failures have opened the breaker. */
async function brokenServer() {
  const clock = createFakeClock();
  const server = await realServer({}, clock);
  const { accessToken } = await setUp(server);
  const api = server.client(accessToken);
  const [source] = await api.dataSources.list.query();
  if (!source) throw new Error('no data source');
  const folder = join(server.dataDir, 'sources', source.id);
  await rename(folder, `${folder}.away`);
  for (let i = 0; i < 3; i++) await api.semantics.overview.query({}).catch(() => undefined);
  const repair = () => rename(`${folder}.away`, folder);
  return {
    server,
    accessToken,
    api,
    clock,
    key: `database:${source.id}`,
    repair,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Of the tests that look and repair nothing. */
let broken: Awaited<ReturnType<typeof brokenServer>>;
beforeAll(async () => {
  broken = await brokenServer();
});
afterAll(() => broken[Symbol.asyncDispose]());

test('an open breaker answers 503 with the seconds to wait, by the router and to whoever asks a question', async () => {
  const { server, accessToken, api } = broken;
  const response = await fetch(`${server.url}/api/trpc/semantics.overview?input={}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await response.json()).toMatchObject({
    error: {
      data: {
        appCode: 'unavailable',
        details: { breaker: 'database', retryAfterSeconds: 30 },
      },
    },
  });
  const { runId } = await api.answers.ask.mutate({ question: 'إجمالي المبالغ حسب المدينة' });
  const events: unknown[] = [];
  for await (const item of readEvents(server.url, accessToken, runId)) {
    if (item.type === 'data') events.push(item.data);
    if (item.type === 'data' && item.data.type === 'done') break;
  }
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'error',
      code: 'unavailable',
      message: 'قاعدة البيانات لا تستجيب الآن. حاول بعد 30 ث.',
      requestId: null,
    }),
  );
});

test('health shows the breaker to everyone without its name, and to administrators with it', async () => {
  const { server, api, key } = broken;
  const health = await (await fetch(`${server.url}/api/health`)).json();
  expect(health).toMatchObject({
    status: 'warn',
    breakers: [
      { kind: 'agent', state: 'closed', failures: 0 },
      { kind: 'database', state: 'open', failures: 3, nextAttemptAt: expect.any(String) },
    ],
  });
  expect(JSON.stringify(health)).not.toMatch(/Orders|src_|memory/);
  expect(await api.system.health.query()).toMatchObject({
    breakers: [{ key: 'agent:agent' }, { key, name: 'Orders' }],
    resources: { memoryUsed: expect.any(Number) },
  });
});

test('an administrator resets it, and the data can be used again at once', async () => {
  await using house = await brokenServer();
  const { api, key, repair } = house;
  expect(await api.system.breakers.query()).toMatchObject([{ kind: 'agent' }, { key, state: 'open', successThreshold: 2 }]);
  await repair();
  expect(await api.system.resetBreaker.mutate({ key })).toMatchObject({ key, state: 'closed', failures: 0 });
  expect((await api.semantics.overview.query({})).tables).toHaveLength(1);
  await expect(api.system.resetBreaker.mutate({ key: 'llm:none' })).rejects.toMatchObject({ data: { appCode: 'not_found' } });
});

test('it recovers by itself once the source is back', async () => {
  await using house = await brokenServer();
  const { api, clock, repair } = house;
  await repair();
  await expect(api.semantics.overview.query({})).rejects.toMatchObject({ data: { appCode: 'unavailable' } });
  clock.advance({ seconds: 30 });
  expect((await api.semantics.overview.query({})).tables).toHaveLength(1);
  expect(await api.system.breakers.query()).toMatchObject([{ kind: 'agent' }, { state: 'closed', failures: 0 }]);
});
