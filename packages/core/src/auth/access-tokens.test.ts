import { hkdfSync } from 'node:crypto';
import { newId } from '@majed-vanna/contract';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/index.ts';
import { createAccessTokens } from './access-tokens.ts';

const secretKey = 'k'.repeat(43);
const clock = createFakeClock();
const tokens = createAccessTokens({ secretKey, accessMinutes: 30, clock });
const ids = { userId: newId('usr'), sessionId: newId('ses') };
const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'majed-vanna access-token', 32));
const issuedAt = Math.floor(clock.now().getTime() / 1_000);
const claims = { sub: ids.userId, sid: ids.sessionId, iat: issuedAt, exp: issuedAt + 60, iss: 'majed-vanna', aud: 'majed-vanna-api' };

test('a token holds its user and session until it expires', () => {
  const local = createFakeClock();
  const { issue, verify, expiresInSeconds } = createAccessTokens({ secretKey, accessMinutes: 30, clock: local });
  const token = issue(ids.userId, ids.sessionId);
  expect(expiresInSeconds).toBe(1800);
  local.advance({ minutes: 29 });
  expect(verify(token)).toEqual(ids);
  local.advance({ minutes: 1 });
  expect(verify(token)).toBeNull();
});

test('a token made by hand with the right key and shape passes: the cases below fail for their own reason', () => {
  expect(tokens.verify(jwt.sign(claims, key, { algorithm: 'HS256', header: { alg: 'HS256', typ: 'at+jwt' } }))).toEqual(ids);
});

test.each([
  ['of another key', () => jwt.sign(claims, 'another key', { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['signed by the bare secret', () => jwt.sign(claims, secretKey, { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['without a signature', () => jwt.sign(claims, null, { algorithm: 'none', header: { alg: 'none', typ: 'at+jwt' } })],
  ['of another algorithm', () => jwt.sign(claims, key, { algorithm: 'HS512', header: { alg: 'HS512', typ: 'at+jwt' } })],
  ['of another type', () => jwt.sign(claims, key, { header: { alg: 'HS256', typ: 'JWT' } })],
  ['of another issuer', () => jwt.sign({ ...claims, iss: 'other' }, key, { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['for another audience', () => jwt.sign({ ...claims, aud: 'other' }, key, { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['without a session', () => jwt.sign({ ...claims, sid: undefined }, key, { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['with an id of another kind', () => jwt.sign({ ...claims, sub: ids.sessionId }, key, { header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['that is no token', () => 'x.y.z'],
])('a token %s is refused', (_name, make) => {
  expect(tokens.verify(make())).toBeNull();
});
