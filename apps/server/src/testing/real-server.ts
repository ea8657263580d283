import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadedFile } from '@majed-vanna/contract';
import { type Clock, systemClock } from '@majed-vanna/core';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import pino from 'pino';
import { z } from 'zod';
import { compose } from '../compose.ts';
import { loadConfig } from '../config.ts';
import type { AppRouter } from '../routers/app-router.ts';
import { listeningApp } from './listening-app.ts';

export const ADMINISTRATOR = { username: 'layla', password: 'seven palms by the water' };

export type RealServer = Awaited<ReturnType<typeof realServer>>;

/** The whole server over the real services, in a data folder of its own. */
export async function realServer(env: Record<string, string> = {}, clock: Clock = systemClock) {
  const dataDir = await mkdtemp(join(tmpdir(), 'majed-vanna-server-'));
  const log = pino({ level: 'silent' });
  const config = loadConfig({ ...env, DATA_DIR: dataDir });
  const composition = await compose({ config, secretKey: 'q9T-4vXw7ZpLk2Rb8NcYd5Hs1MgJf0Ae', log, clock });
  const app = await listeningApp(composition.services, env);
  return {
    url: app.url,
    dataDir,
    composition,
    client: (token: string | null = null) => clientOf(app.url, token),
    async [Symbol.asyncDispose]() {
      await composition.stopWork();
      await app[Symbol.asyncDispose]();
      await composition.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export function clientOf(url: string, token: string | null) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/api/trpc`, headers })] });
}

/** Sends a file: with the given headers, or with the code of the open set-up. */
export async function upload(server: RealServer, fileName: string, content: string, headers?: Record<string, string>) {
  const code = (await server.composition.services.setup.currentCode()) ?? '';
  const response = await fetch(`${server.url}/api/uploads?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...(headers ?? { 'x-setup-code': code }) },
    body: content,
  });
  const body: unknown = await response.json();
  const refused = z.object({ error: z.object({ code: z.string() }) }).safeParse(body);
  return { status: response.status, code: refused.data?.error.code ?? null, file: () => uploadedFile.parse(body) };
}

/** Sets the server up with one small table, and signs the administrator in. */
export async function setUp(server: RealServer, csv: string = ORDERS) {
  const code = (await server.composition.services.setup.currentCode()) ?? '';
  const { id } = (await upload(server, 'orders.csv', csv)).file();
  return server
    .client()
    .setup.complete.mutate({ code, administrator: ADMINISTRATOR, dataSource: { kind: 'files', name: 'Orders', uploads: [id] } });
}

export const ORDERS = [
  'order_id,city,amount,ordered_on',
  '1,Muscat,120.5,2025-01-15',
  '2,Sohar,80,2025-02-03',
  '3,Muscat,40,2025-02-20',
  '4,Nizwa,10,2025-03-01',
  '',
].join('\n');
