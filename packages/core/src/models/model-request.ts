import { AppError } from '@majed-vanna/contract';
import { orAborted } from '../agent/until-aborted.ts';
import { refuseKeptAddress } from './kept-address.ts';
import { addressOf, modelConnection } from './model-connection.ts';
import type { ModelServer } from './model-endpoint.ts';
import { modelFailure, noModelServer, redirected, tooLong, unreachable } from './model-failure.ts';

const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** JSON of a path below the server's address; posts when there is a body. @throws AppError that says what is wrong and what to do */
export async function requestJson(server: ModelServer, path: string, signal: AbortSignal, body?: object): Promise<unknown> {
  return requestUrl(server, addressOf(server, path), signal, body);
}

/** The same of an address that is not below the base, on the same host. */
export async function requestUrl(server: ModelServer, url: string, signal: AbortSignal, body?: object): Promise<unknown> {
  const { baseUrl, apiKey } = server;
  // A key is for one host alone.
  if (new URL(url).origin !== new URL(baseUrl).origin) throw new Error('the address is of another host');
  let response: Response;
  let text: string;
  await orAborted(refuseKeptAddress(baseUrl), signal);
  try {
    response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...modelConnection(server).headers },
      // Followed by nobody: a key must not go to another host.
      redirect: 'manual',
      signal,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    text = await boundedText(response, baseUrl);
  } catch (error) {
    throw error instanceof AppError ? error : unreachable(baseUrl, error);
  }
  if (response.status >= 300 && response.status < 400) throw redirected(baseUrl);
  if (!response.ok) throw modelFailure(baseUrl, response.status, apiKey === null ? text : text.replaceAll(apiKey, '[key]'));
  const parsed = jsonOf(text);
  if (parsed === null) throw noModelServer(baseUrl);
  return parsed;
}

async function boundedText(response: Response, baseUrl: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_REPLY_BYTES) throw tooLong(baseUrl);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
