import { AppError, because } from '@majed-vanna/contract';

/** Nobody answers at the address, or the line broke. */
export function unreachable(baseUrl: string, cause: unknown): AppError {
  const { host } = new URL(baseUrl);
  if (cause instanceof DOMException && cause.name === 'TimeoutError')
    return AppError.because('deadline_exceeded', because('server_slow', { host }), {
      cause,
    });
  const code = networkCode(cause);
  if (code === 'ECONNREFUSED') return AppError.because('unavailable', because('nothing_listens', { host }), { cause });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return AppError.because('unavailable', because('host_unknown', { host }), { cause });
  if (code?.includes('CERT') || code?.includes('SIGNED'))
    return AppError.because('unavailable', because('certificate_not_trusted', { host }), { cause });
  return AppError.because('unavailable', because('connection_failed', { host }), {
    cause,
  });
}

/** The server answered with an error. Its own text is not repeated: a broken one might echo the key. */
export function modelFailure(baseUrl: string, status: number, text: string): AppError {
  const { host } = new URL(baseUrl);
  const cause = new Error(`status ${status}: ${text.slice(0, 500)}`);
  if (status === 401 || status === 403) return AppError.because('unavailable', because('key_refused', { host }), { cause });
  if (/model|deployment/i.test(text) && (status === 404 || status === 400))
    return AppError.because('unavailable', because('no_such_model', { host }), { cause });
  if (status === 404) return noModelServer(baseUrl);
  if (status === 429) return AppError.because('unavailable', because('server_busy', { host }), { cause });
  return AppError.because('unavailable', because('server_failed', { host, status }), { cause });
}

/** Following it could hand the key to somebody else. */
export function redirected(baseUrl: string): AppError {
  const { host } = new URL(baseUrl);
  return AppError.because('unavailable', because('server_redirects', { host }));
}

export function tooLong(baseUrl: string): AppError {
  return AppError.because('unavailable', because('reply_too_long', { host: new URL(baseUrl).host }));
}

export function noModelServer(baseUrl: string): AppError {
  const { host, pathname } = new URL(baseUrl);
  const complete = pathname.endsWith('/v1') || pathname.endsWith('/v1/');
  return AppError.because('unavailable', because(complete ? 'not_openai' : 'not_openai_v1', { host }));
}

function networkCode(error: unknown): string | null {
  for (let inner = error; inner instanceof Error; inner = inner.cause)
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
  return null;
}
