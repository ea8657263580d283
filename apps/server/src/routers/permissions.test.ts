import { AppError, newId, PERMISSIONS, type Role, role, roleMay } from '@majed-vanna/contract';
import type { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { toPublicError } from '../error-shape.ts';
import { createStreamGuard } from '../http/stream-guard.ts';
import type { Context, ProcedureMeta } from '../trpc.ts';
import { appRouter } from './app-router.ts';

const PUBLIC = [
  'auth.refresh',
  'auth.signIn',
  'setup.complete',
  'setup.listModels',
  'setup.state',
  'setup.testDataSource',
  'setup.testLanguageModel',
  'setup.verifyCode',
];
const BEFORE_PASSWORD_CHANGE = ['auth.changePassword', 'auth.me', 'auth.signOut'];

interface Declared {
  readonly _def: { readonly meta?: ProcedureMeta; readonly type: 'query' | 'mutation' | 'subscription' };
}
// tRPC keeps the flat list for its own use and types it as unknown.
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>);
const protectedPaths = procedures.map(([path]) => path).filter((path) => !PUBLIC.includes(path));

/** Everything behind the gate throws this: how far a call came is all that counts here. */
const BEHIND_THE_GATE = new Proxy(
  {},
  {
    get: () => {
      throw new AppError('conflict', 'came through');
    },
  },
);

function contextOf(authenticate: Context['authenticate']): Context {
  return {
    requestId: 'req',
    client: { ip: '127.0.0.1', userAgent: '' },
    accessToken: 'token',
    authenticate,
    streams: createStreamGuard(),
    services: BEHIND_THE_GATE as Context['services'],
    refreshCookie: BEHIND_THE_GATE as Context['refreshCookie'],
    downloads: BEHIND_THE_GATE as Context['downloads'],
  };
}

function as(actorRole: Role, mustChangePassword = false): Context {
  return contextOf(async () => ({ actor: { userId: newId('usr'), username: 'x', role: actorRole, attributes: {} }, mustChangePassword }));
}

/** The code a call ends with; `passed` when it came through the gate. */
async function outcome(path: string, context: Context): Promise<string> {
  const caller = appRouter.createCaller(context);
  const [feature = '', name = ''] = path.split('.');
  // The path comes from the router itself.
  const call = (caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]?.[name];
  try {
    await call?.({});
  } catch (error) {
    const { code } = toPublicError(error as TRPCError);
    return ['not_signed_in', 'forbidden', 'password_change_required'].includes(code) ? code : 'passed';
  }
  return 'passed';
}

test('every procedure names its permission, and the public ones are these', () => {
  const without = procedures.filter(([, { _def }]) => _def.meta === undefined).map(([path]) => path);
  expect(without).toEqual([]);
  const open = procedures.filter(([, { _def }]) => _def.meta?.permission === 'public').map(([path]) => path);
  expect(open.toSorted()).toEqual(PUBLIC);
  for (const [, { _def }] of procedures)
    if (_def.meta && _def.meta.permission !== 'public') expect(PERMISSIONS).toHaveProperty([_def.meta.permission]);
});

test('every permission of the table is asked for somewhere', () => {
  const outsideOfTrpc = ['dataSource.write'];
  const named = procedures.flatMap(([, { _def }]) => _def.meta?.permission ?? []);
  expect(Object.keys(PERMISSIONS).filter((permission) => ![...named, ...outsideOfTrpc].includes(permission))).toEqual([]);
});

test.each(protectedPaths)('%s lets in exactly the roles of the table', async (path) => {
  const permission = procedures.find(([name]) => name === path)?.[1]._def.meta?.permission;
  if (permission === undefined || permission === 'public') throw new Error(`${path} names no permission`);
  for (const actorRole of role.options) {
    expect([actorRole, await outcome(path, as(actorRole))]).toEqual([actorRole, roleMay(actorRole, permission) ? 'passed' : 'forbidden']);
  }
});

test.each(protectedPaths)('%s is closed to whoever is not signed in', async (path) => {
  const nobody = contextOf(() => Promise.reject(new AppError('not_signed_in', 'Sign in to go on.')));
  expect(await outcome(path, nobody)).toBe('not_signed_in');
});

test('until the password is changed, only what is needed to change it works', async () => {
  const open: string[] = [];
  for (const path of protectedPaths) if ((await outcome(path, as('admin', true))) !== 'password_change_required') open.push(path);
  expect(open.toSorted()).toEqual(BEFORE_PASSWORD_CHANGE);
});
