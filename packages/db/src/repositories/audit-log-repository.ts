import { type AuditId, auditId, newId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { AuditEvent } from '../generated/sqlite/client.ts';
import { fromJson, toJson } from './stored-json.ts';

export interface AuditEventRow {
  readonly id: AuditId;
  readonly at: Date;
  /** An id (`usr_…`, `clt_…`), `system`, or `anonymous` before sign-in. */
  readonly actor: string;
  /** What was done, e.g. `auth.signed_in`. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly target: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export type NewAuditEvent = Pick<AuditEventRow, 'at' | 'actor' | 'action'> & Partial<Pick<AuditEventRow, 'target' | 'details'>>;

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly before?: Date;
  /** With `before`: also those of that very moment that come after this one. */
  readonly beforeId?: AuditId;
  readonly limit: number;
}

/** Append-only. Never a password, token or cell of data in `details`. */
export function createAuditLogRepository({ auditEvent: events }: PrismaConnection) {
  return { append, list, count };

  async function append({ at, actor, action, target, details }: NewAuditEvent): Promise<AuditId> {
    const id = newId('aud', at.getTime());
    await events.create({ data: { id, at, actor, action, target: target ?? null, details: toJson(details ?? {}) } });
    return id;
  }

  async function count(actor: string): Promise<number> {
    return events.count({ where: { actor } });
  }

  /** Newest first. */
  async function list({ actor, action, before, beforeId, limit }: AuditFilter): Promise<AuditEventRow[]> {
    const where = {
      ...(actor && { actor }),
      ...(action && { action }),
      ...(before && { OR: [{ at: { lt: before } }, ...(beforeId ? [{ at: before, id: { lt: beforeId } }] : [])] }),
    };
    return (await events.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit })).map(toRow);
  }
}

export type AuditLogRepository = ReturnType<typeof createAuditLogRepository>;

function toRow({ id, at, actor, action, target, details }: AuditEvent): AuditEventRow {
  return { id: auditId.parse(id), at, actor, action, target, details: fromJson(details) };
}
