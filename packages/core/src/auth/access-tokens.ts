import { hkdfSync } from 'node:crypto';
import { type SessionId, sessionId, type UserId, userId } from '@majed-vanna/contract';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../ports.ts';

const ISSUER = 'majed-vanna';
const AUDIENCE = 'majed-vanna-api';
/** RFC 9068: an access token never passes for another kind of token. */
const TYPE = 'at+jwt';

const claims = z.object({ sub: userId, sid: sessionId });

export interface AccessTokens {
  readonly expiresInSeconds: number;
  issue(user: UserId, session: SessionId): string;
  /** Null when the token is forged, expired, or of another kind. */
  verify(token: string): { userId: UserId; sessionId: SessionId } | null;
}

/** JWTs by HMAC-SHA-256. They name a user and a session; what the user may do is read afresh each time. */
export function createAccessTokens({
  secretKey,
  accessMinutes,
  clock,
}: {
  secretKey: string;
  accessMinutes: number;
  clock: Clock;
}): AccessTokens {
  // A key of its own: one secret serves several purposes, and no purpose can be played against another.
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'majed-vanna access-token', 32));
  const expiresInSeconds = Math.round(accessMinutes * 60);
  return { expiresInSeconds, issue, verify };

  function issue(user: UserId, session: SessionId): string {
    const issuedAt = seconds(clock.now());
    return jwt.sign({ sub: user, sid: session, iat: issuedAt, exp: issuedAt + expiresInSeconds, iss: ISSUER, aud: AUDIENCE }, key, {
      algorithm: 'HS256',
      header: { alg: 'HS256', typ: TYPE },
    });
  }

  function verify(token: string) {
    try {
      const { header, payload } = jwt.verify(token, key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: seconds(clock.now()),
        complete: true,
      });
      const parsed = claims.safeParse(payload);
      return header.typ === TYPE && parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
    } catch {
      return null;
    }
  }
}

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1_000);
