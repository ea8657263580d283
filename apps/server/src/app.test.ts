import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { Services } from './services.ts';
import { listeningApp } from './testing/listening-app.ts';

const SECRET = 'SELECT salary FROM payroll at db.intern';

/** For what is answered before any service is reached; the one that is reached fails in a way nobody planned for. */
const failing = {
  auth: { authenticate: () => Promise.reject(new Error(SECRET)) },
  setup: { state: () => Promise.reject(new Error(SECRET)) },
  health: { ready: async () => true },
} as unknown as Services;

/** `fetch` sets Host and Origin by itself; tests of those need the plain client. */
function ask(url: string, options: { method?: string; path: string; headers?: Record<string, string>; body?: string }) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const call = request(url + options.path, { method: options.method ?? 'GET', headers: options.headers }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    call.on('error', reject);
    call.end(options.body);
  });
}

test('every answer carries the strict content security policy and a request id', async () => {
  await using app = await listeningApp(failing);
  const { headers } = await fetch(`${app.url}/`);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  );
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('an unexpected error shows a fixed text with the request id, and its cause in the log only', async () => {
  await using app = await listeningApp(failing);
  const response = await fetch(`${app.url}/api/trpc/setup.state`);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('payroll');
  const { error } = JSON.parse(text);
  expect(error.data).toMatchObject({ appCode: 'internal', httpStatus: 500, requestId: response.headers.get('x-request-id') });
  const line = app.logged.find(({ msg }) => msg === 'procedure failed');
  expect(line).toMatchObject({ requestId: error.data.requestId, err: { message: SECRET } });
});

test('an unexpected error of a plain route is masked in the same way', async () => {
  await using app = await listeningApp(failing);
  const response = await fetch(`${app.url}/api/uploads?fileName=a.csv`, {
    method: 'POST',
    headers: { authorization: 'Bearer x' },
    body: 'a',
  });
  const text = await response.text();
  expect([response.status, JSON.parse(text).error.code]).toEqual([500, 'internal']);
  expect(text).not.toContain('payroll');
});

test('tokens and inputs of the query never reach the log', async () => {
  await using app = await listeningApp(failing);
  await fetch(`${app.url}/api/trpc/answers.events?connectionParams=${encodeURIComponent('{"token":"tell-nobody"}')}`).then((response) =>
    response.text(),
  );
  expect(JSON.stringify(app.logged)).not.toContain('tell-nobody');
});

test.each(['/api/nothing', '/api/trpc/nothing.here', '/api'])('%s is answered as JSON with 404', async (path) => {
  await using app = await listeningApp(failing);
  const response = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/json')]);
});

test('addresses of the application get its page, never kept; other methods and files do not', async () => {
  await using app = await listeningApp(failing);
  const page = await fetch(`${app.url}/conversations/cnv_1`, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
    200,
    'no-store',
    expect.stringContaining('<title>page'),
  ]);
  expect((await fetch(`${app.url}/conversations`, { method: 'POST', headers: { accept: 'text/html' } })).status).toBe(404);
  expect((await fetch(`${app.url}/missing.js`, { headers: { accept: 'text/html' } })).status).toBe(404);
  expect((await fetch(`${app.url}/assets/missing-1a2b.js`)).status).toBe(404);
});

test('hashed files may be kept for ever and come precompressed or compressed', async () => {
  await using app = await listeningApp(failing);
  const path = '/assets/app-4f3c2b1a.js';
  const brotli = await ask(app.url, { path, headers: { 'accept-encoding': 'br' } });
  expect(brotli).toMatchObject({
    status: 200,
    body: 'precompressed',
    headers: { 'content-encoding': 'br', 'content-type': expect.stringContaining('javascript') },
  });
  expect(brotli.headers['cache-control']).toContain('immutable');
  const gzip = await ask(app.url, { path, headers: { 'accept-encoding': 'gzip' } });
  expect([gzip.headers['content-encoding'], gzip.headers['cache-control']]).toEqual(['gzip', expect.stringContaining('immutable')]);
  expect((await ask(app.url, { path })).body).toContain('// a script');
});

test('paths that climb out of the web folder find nothing', async () => {
  await using app = await listeningApp(failing);
  for (const path of ['/assets/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%00']) {
    expect((await ask(app.url, { path })).body).not.toContain('root:');
  }
});

test.each([
  ['evil.example', 400],
  ['localhost:7777', 404],
  ['10.1.2.3', 404],
  ['[::1]:7777', 404],
  ['reports.example', 404],
  ['a.intern:80', 404],
])('a request for host %s is answered with %i', async (host, status) => {
  await using app = await listeningApp(failing, { ALLOWED_HOSTS: 'reports.example,.intern' });
  expect((await ask(app.url, { path: '/api/nothing', headers: { host } })).status).toBe(status);
});

test('health answers whatever the host, for load balancers', async () => {
  await using app = await listeningApp(failing);
  expect((await ask(app.url, { path: '/api/health/live', headers: { host: 'whatever.example' } })).status).toBe(200);
  expect((await ask(app.url, { path: '/api/health/ready' })).status).toBe(200);
});

test('pages of other origins may neither read nor write, those of the list may', async () => {
  await using app = await listeningApp(failing, { ALLOWED_ORIGINS: 'https://portal.example' });
  const write = (origin: string) =>
    ask(app.url, { method: 'POST', path: '/api/trpc/auth.refresh', headers: { origin, 'content-type': 'application/json' }, body: '{}' });
  const foreign = await write('https://evil.example');
  expect([foreign.status, JSON.parse(foreign.body).error.data.appCode]).toEqual([403, 'forbidden']);
  expect((await write('null')).status).toBe(403);
  expect((await write(app.url)).status).toBe(401);
  const listed = await write('https://portal.example');
  expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([401, 'https://portal.example']);
  const read = await ask(app.url, { path: '/api/trpc/setup.state', headers: { origin: 'https://evil.example' } });
  expect(read.headers['access-control-allow-origin']).toBeUndefined();
});

test('a listed origin may ask first what it may send', async () => {
  await using app = await listeningApp(failing, { ALLOWED_ORIGINS: 'https://portal.example' });
  const preflight = await ask(app.url, {
    method: 'OPTIONS',
    path: '/api/trpc/auth.signIn',
    headers: { origin: 'https://portal.example', 'access-control-request-method': 'POST' },
  });
  expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([204, expect.stringContaining('authorization')]);
});

test('a cross-site form without an origin header is refused too', async () => {
  await using app = await listeningApp(failing);
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
  expect((await ask(app.url, { method: 'POST', path: '/api/trpc/auth.refresh', headers, body: '{}' })).status).toBe(403);
});

test.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream'])(
  'calls sent as %s are refused',
  async (type) => {
    await using app = await listeningApp(failing);
    const { status, body } = await ask(app.url, {
      method: 'POST',
      path: '/api/trpc/auth.signIn',
      headers: { 'content-type': type },
      body: 'x',
    });
    expect([status, JSON.parse(body).error.data.appCode]).toEqual([400, 'invalid_input']);
  },
);

test('a body that is no JSON gets a clear message, not the parser’s', async () => {
  await using app = await listeningApp(failing);
  const { status, body } = await ask(app.url, {
    method: 'POST',
    path: '/api/trpc/auth.signIn',
    headers: { 'content-type': 'application/json' },
    body: '{"username":',
  });
  expect([status, JSON.parse(body).error.message]).toEqual([400, 'The request could not be understood.']);
});

test('input of the wrong shape is told field by field', async () => {
  await using app = await listeningApp(failing);
  const { status, body } = await ask(app.url, {
    method: 'POST',
    path: '/api/trpc/auth.signIn',
    headers: { 'content-type': 'application/json' },
    body: '{"username":7}',
  });
  const { data } = JSON.parse(body).error;
  expect([status, data.appCode, data.issues.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    'invalid_input',
    ['username', 'password'],
  ]);
});

test.each([
  ['announced', { 'content-length': String(3 * 1024 * 1024) }],
  ['not announced', { 'transfer-encoding': 'chunked' }],
])('a body of 3 MB is too large, its length %s', async (_name, header) => {
  await using app = await listeningApp(failing);
  const body = JSON.stringify({ username: 'x'.repeat(3 * 1024 * 1024 - 28), password: 'x' });
  const headers = {
    'content-type': 'application/json',
    ...header,
    ...('content-length' in header ? { 'content-length': String(body.length) } : {}),
  };
  const response = await ask(app.url, { method: 'POST', path: '/api/trpc/auth.signIn', headers, body });
  expect([response.status, JSON.parse(response.body).error.data.appCode]).toEqual([413, 'too_large']);
});

test('a batch of more than ten calls is refused, and a batch counts per call', async () => {
  await using app = await listeningApp(failing, { RATE_LIMIT_MAX_REQUESTS: '12' });
  const batch = (count: number) => fetch(`${app.url}/api/trpc/${Array(count).fill('system.health').join(',')}?batch=1&input=%7B%7D`);
  expect((await batch(11)).status).toBe(400);
  expect((await batch(10)).status).toBe(401);
  const limited = await batch(3);
  expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, expect.closeTo(60, -1)]);
  expect(JSON.parse(await limited.text())[2].error.data).toMatchObject({
    appCode: 'rate_limited',
    requestId: limited.headers.get('x-request-id'),
  });
});
