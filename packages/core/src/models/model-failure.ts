import { AppError } from '@majed-vanna/contract';

/** Nobody answers at the address, or the line broke. */
export function unreachable(baseUrl: string, cause: unknown): AppError {
  const { host } = new URL(baseUrl);
  if (cause instanceof DOMException && cause.name === 'TimeoutError')
    return new AppError('deadline_exceeded', `${host} did not reply in time. A large model may still be loading: try again in a moment.`, {
      cause,
    });
  const code = networkCode(cause);
  if (code === 'ECONNREFUSED')
    return new AppError('unavailable', `Nothing listens at ${host}. Start the model server there, or correct the address.`, { cause });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new AppError('unavailable', `The name ${host} is not known here. Correct the address, or check the network.`, { cause });
  if (code?.includes('CERT') || code?.includes('SIGNED'))
    return new AppError('unavailable', `The certificate of ${host} is not trusted. Give the server a valid one.`, { cause });
  return new AppError('unavailable', `The connection to ${host} failed. Check that the address is right and the server is running.`, {
    cause,
  });
}

/** The server answered with an error. Its own text is not repeated: a broken one might echo the key. */
export function modelFailure(baseUrl: string, status: number, text: string): AppError {
  const { host } = new URL(baseUrl);
  const cause = new Error(`status ${status}: ${text.slice(0, 500)}`);
  if (status === 401 || status === 403)
    return new AppError('unavailable', `${host} refused the key. Type the key again, or create a new one there.`, { cause });
  if (/model|deployment/i.test(text) && (status === 404 || status === 400))
    return new AppError('unavailable', `${host} does not have this model. Read the list of models and choose one of it.`, { cause });
  if (status === 404) return noModelServer(baseUrl);
  if (status === 429)
    return new AppError('unavailable', `${host} takes no more requests just now. Wait a moment, or check the quota of the key.`, { cause });
  return new AppError('unavailable', `${host} failed with status ${status}. Look into the log of the model server.`, { cause });
}

/** Following it could hand the key to somebody else. */
export function redirected(baseUrl: string): AppError {
  const { host } = new URL(baseUrl);
  return new AppError('unavailable', `${host} sends on to another address. Give the address that it leads to, often the one with https.`);
}

export function tooLong(baseUrl: string): AppError {
  return new AppError('unavailable', `The reply of ${new URL(baseUrl).host} is too long for a model server. Correct the address.`);
}

export function noModelServer(baseUrl: string): AppError {
  const { host, pathname } = new URL(baseUrl);
  const hint = pathname.endsWith('/v1') || pathname.endsWith('/v1/') ? '' : ' The address usually ends in /v1.';
  return new AppError('unavailable', `What answers at ${host} does not speak OpenAI’s protocol. Correct the address.${hint}`);
}

function networkCode(error: unknown): string | null {
  for (let inner = error; inner instanceof Error; inner = inner.cause)
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
  return null;
}
