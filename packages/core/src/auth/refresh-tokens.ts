import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface RefreshTokens {
  /** 256 random bits. */
  first(): string;
  /**
   * What a token is exchanged for. The same token always gets the same successor, which only the holder of the secret key can
   * tell: two tabs that refresh at the same time end with one token, and no family ever has two living branches.
   */
  successorOf(token: string): string;
  /** What the database holds. A token has 256 bits, so a plain hash cannot be searched. */
  hash(token: string): string;
}

/** Tokens are told by the secret key: another key ends every family. */
export function createRefreshTokens(secretKey: string): RefreshTokens {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'majed-vanna refresh-token', 32));
  return {
    first: () => randomBytes(32).toString('base64url'),
    successorOf: (token) => createHmac('sha256', key).update(token).digest('base64url'),
    hash: (token) => createHash('sha256').update(token).digest('base64url'),
  };
}
