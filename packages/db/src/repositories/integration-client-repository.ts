import { because, type ClientId, clientId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { IntegrationClient } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';

/** A partner system. Its HMAC secrets are stored encrypted; at most two versions are active. */
export interface IntegrationClientRow {
  readonly id: ClientId;
  readonly name: string;
  readonly apiKeyHash: string;
  readonly secrets: readonly { readonly version: number; readonly encrypted: string }[];
  readonly scopes: readonly string[];
  readonly rateLimitPerMinute: number;
  readonly active: boolean;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewIntegrationClient = Omit<IntegrationClientRow, 'lastUsedAt' | 'updatedAt'>;

export function createIntegrationClientRepository({ integrationClient: clients }: PrismaConnection) {
  return { getById, getByApiKeyHash, list, create };

  async function getById(id: ClientId): Promise<IntegrationClientRow | null> {
    return toRowOrNull(await clients.findUnique({ where: { id } }));
  }

  async function getByApiKeyHash(apiKeyHash: string): Promise<IntegrationClientRow | null> {
    return toRowOrNull(await clients.findUnique({ where: { apiKeyHash } }));
  }

  /** By name. */
  async function list(): Promise<IntegrationClientRow[]> {
    return (await clients.findMany({ orderBy: { name: 'asc' } })).map(toRow);
  }

  /** @throws AppError `conflict` when the name is taken. */
  async function create(client: NewIntegrationClient): Promise<IntegrationClientRow> {
    const data = { ...client, secrets: toJson(client.secrets), scopes: toJson(client.scopes), updatedAt: client.createdAt };
    return toRow(await guarded(clients.create({ data }), { conflict: because('client_name_taken') }));
  }
}

export type IntegrationClientRepository = ReturnType<typeof createIntegrationClientRepository>;

function toRow(client: IntegrationClient): IntegrationClientRow {
  return { ...client, id: clientId.parse(client.id), secrets: fromJson(client.secrets), scopes: fromJson(client.scopes) };
}

const toRowOrNull = (client: IntegrationClient | null): IntegrationClientRow | null => (client ? toRow(client) : null);
