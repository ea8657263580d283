import { randomBytes } from 'node:crypto';
import { type Actor, AppError, because, type ExportInput, type Permission } from '@majed-vanna/contract';
import { type AuthService, notSignedIn } from '@majed-vanna/core';
import { permittedActor } from '../permission.ts';

export const DOWNLOAD_PATH = '/api/downloads';
const LIFETIME_MS = 60_000;
const MAX_OPEN_TICKETS = 10_000;

/** What can be downloaded. */
export type Download = { readonly kind: 'answer'; readonly input: ExportInput } | { readonly kind: 'my_data' };

const PERMISSIONS: Readonly<Record<Download['kind'], Permission>> = { answer: 'answer.export', my_data: 'profile.read' };

interface Ticket {
  readonly accessToken: string;
  readonly download: Download;
  readonly expiresAtMs: number;
}

export type DownloadTickets = ReturnType<typeof createDownloadTickets>;

/** Addresses that a browser can simply navigate to: good once, for a minute, and only while their owner may do this. */
export function createDownloadTickets({ auth, nowMs }: { auth: Pick<AuthService, 'authenticate'>; nowMs: () => number }) {
  const tickets = new Map<string, Ticket>();
  return { issue, redeem };

  /** @throws AppError `not_signed_in`, `rate_limited` when too many wait */
  function issue({ accessToken }: { accessToken: string | null }, download: Download): string {
    if (accessToken === null) throw notSignedIn();
    forgetExpired();
    if (tickets.size >= MAX_OPEN_TICKETS) throw AppError.because('rate_limited', because('too_many_downloads'));
    const id = randomBytes(24).toString('base64url');
    tickets.set(id, { accessToken, download, expiresAtMs: nowMs() + LIFETIME_MS });
    return `${DOWNLOAD_PATH}/${id}`;
  }

  /** @throws AppError `not_found` for a ticket that is unknown, used or too old; otherwise whatever signing in afresh would. */
  async function redeem(id: string): Promise<{ actor: Actor; download: Download }> {
    const ticket = tickets.get(id);
    tickets.delete(id);
    if (!ticket || ticket.expiresAtMs <= nowMs()) throw AppError.because('not_found', because('download_gone'));
    const { accessToken, download } = ticket;
    return { actor: await permittedActor({ authenticate: () => auth.authenticate(accessToken) }, PERMISSIONS[download.kind]), download };
  }

  function forgetExpired(): void {
    for (const [id, ticket] of tickets) if (ticket.expiresAtMs <= nowMs()) tickets.delete(id);
  }
}
