import type { Prisma } from '../generated/sqlite/client.ts';

/** For a JSON column. Plain data only: what JSON cannot hold is dropped, as by `JSON.stringify`. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  // Whatever parses from JSON is a JSON value; null inside a required column is not used.
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

/** What a typed repository has written, and nobody else writes, needs no second check. */
export function fromJson<T>(value: unknown): T {
  return value as T;
}
