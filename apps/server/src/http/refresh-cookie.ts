import { AppError, type SignedIn } from '@majed-vanna/contract';
import { notSignedIn, type SignedInWithRefresh } from '@majed-vanna/core';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

const NAME = 'mv_refresh';
// A path of `/api/trpc/auth` would not match `/api/trpc/auth.refresh`: cookie paths end at slashes (RFC 6265, 5.1.4).
const PATH = '/api/trpc';
/** The service decides when a session ends; the browser merely forgets the cookie at some time after that. */
const KEPT_SECONDS = 90 * 24 * 3600;

export type RefreshCookie = ReturnType<typeof refreshCookieOf>;

/** The refresh token of one request and its answer: it travels here and in no body. */
export function refreshCookieOf(request: Request, response: Response) {
  return { keep, exchange, take };

  /** Moves the refresh token from what the service answered into the cookie. */
  function keep({ refreshToken, ...signedIn }: SignedInWithRefresh): SignedIn {
    write(refreshToken, KEPT_SECONDS);
    return signedIn;
  }

  /** Trades the cookie for a new one; a cookie that is good for nothing is removed. */
  async function exchange(trade: (refreshToken: string) => Promise<SignedInWithRefresh>): Promise<SignedIn> {
    const token = read();
    if (token === null) throw notSignedIn();
    try {
      return keep(await trade(token));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_signed_in') write('', 0);
      throw error;
    }
  }

  /** Reads the token and removes the cookie. */
  function take(): string | null {
    write('', 0);
    return read();
  }

  function read(): string | null {
    return parseCookie(request.headers.cookie ?? '')[NAME] || null;
  }

  function write(value: string, maxAge: number): void {
    const secure = request.secure;
    response.setHeader(
      'Set-Cookie',
      stringifySetCookie({ name: NAME, value, maxAge, path: PATH, httpOnly: true, sameSite: 'strict', secure }),
    );
  }
}
