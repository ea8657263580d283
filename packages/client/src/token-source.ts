import type { AppRouter } from '@majed-vanna/server/router';
import { createTRPCClient, httpLink } from '@trpc/client';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface TokenSourceOptions {
  readonly url: string;
  readonly token?: string | (() => string | Promise<string>) | undefined;
  readonly signIn?: Credentials | undefined;
}

/** A token that expires within this time is renewed before it is used. */
const EARLY_MS = 30_000;

/** Brings the access token for the next call; null for a client that stays anonymous. Calls at the same time sign in once. */
export function createTokenSource({ url, token, signIn }: TokenSourceOptions): () => Promise<string | null> {
  if (token !== undefined) return async () => (typeof token === 'string' ? token : await token());
  if (signIn === undefined) return async () => null;
  const anonymous = createTRPCClient<AppRouter>({ links: [httpLink({ url })] });
  let kept: { accessToken: string; renewAtMs: number } | null = null;
  let pending: Promise<{ accessToken: string; renewAtMs: number }> | null = null;

  const renew = async () => {
    const { accessToken, expiresInSeconds } = await anonymous.auth.signIn.mutate(signIn);
    return { accessToken, renewAtMs: Date.now() + expiresInSeconds * 1_000 - EARLY_MS };
  };

  return async () => {
    if (kept === null || Date.now() >= kept.renewAtMs) {
      pending ??= renew().finally(() => {
        pending = null;
      });
      kept = await pending;
    }
    return kept.accessToken;
  };
}
