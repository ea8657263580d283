import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, newId, type RunId } from '@majed-vanna/contract';
import { openDatabase } from '@majed-vanna/db';
import { expect, onTestFinished, test } from 'vitest';
import { readEvents } from './testing/read-events.ts';
import { ADMINISTRATOR, clientOf, ORDERS } from './testing/real-server.ts';
import { serverProcess } from './testing/server-process.ts';

/** A running server, set up from a file, with somebody signed in. */
async function signedInProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-stop-'));
  const dataDir = join(folder, 'data');
  await writeFile(join(folder, 'orders.csv'), ORDERS);
  await writeFile(
    join(folder, 'setup.json'),
    JSON.stringify({ administrator: ADMINISTRATOR, dataSource: { kind: 'files', name: 'Orders', paths: ['orders.csv'] } }),
  );
  const server = serverProcess(['--port', '0', '--data-dir', dataDir, '--setup', join(folder, 'setup.json')]);
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const [, url = ''] = await server.printed(/running at (\S+)/);
  const { accessToken, user } = await clientOf(url, null).auth.signIn.mutate(ADMINISTRATOR);
  return { server, url, accessToken, api: clientOf(url, accessToken), dataDir, user };
}

/** A run that goes on in another process, so that its stream stays open. */
async function openRun(dataDir: string, userId: Actor['userId']): Promise<RunId> {
  const database = await openDatabase({ url: `file:${join(dataDir, 'majed-vanna.db')}` });
  const { conversations, messages, answers, runEvents, dataSources } = database.repositories;
  const [runId, messageId, conversationId, at] = [newId('run'), newId('msg'), newId('cnv'), new Date()];
  const dataSourceId = (await dataSources.getDefault())?.id ?? newId('src');
  await conversations.create({ id: conversationId, userId, dataSourceId, title: 'open', createdAt: at });
  await messages.create({ id: messageId, conversationId, text: 'open', createdAt: at });
  await answers.create({ id: runId, conversationId, messageId, dataSourceId, startedAt: at });
  await runEvents.append(runId, 1, [{ type: 'text', markdown: 'at it' }]);
  await database.close();
  return runId;
}

test('a set-up file sets up without the browser, and no code is shown', async () => {
  const { api } = await signedInProcess();
  expect(await api.setup.state.query()).toEqual({ open: false });
  expect(await api.dataSources.list.query()).toMatchObject([{ name: 'Orders' }]);
});

test('stopping tells open streams to come back, lets running questions end, and exits with 0', async () => {
  const { server, url, accessToken, api, dataDir, user } = await signedInProcess();
  const stream = readEvents(url, accessToken, await openRun(dataDir, user.id));
  await stream.next();
  const { runId } = await api.answers.ask.mutate({ question: 'total amount by city' });
  server.child.kill('SIGTERM');
  expect(await stream.next()).toMatchObject({ value: { type: 'error', code: 'unavailable' } });
  expect(await server.ended()).toMatchObject({ code: 0 });
  const database = await openDatabase({ url: `file:${join(dataDir, 'majed-vanna.db')}` });
  const [answer, events] = [await database.repositories.answers.getById(runId), await database.repositories.runEvents.listAfter(runId, 0)];
  await database.close();
  expect(answer?.finishedAt).toBeInstanceOf(Date);
  expect(events.at(-1)?.event.type).toBe('done');
});

test('Ctrl-C arrives several times at once and still stops cleanly', async () => {
  const { server } = await signedInProcess();
  for (let i = 0; i < 3; i++) server.child.kill('SIGINT');
  expect(await server.ended()).toMatchObject({ code: 0 });
});
