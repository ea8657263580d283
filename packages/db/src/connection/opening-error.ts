import type { DatabaseLocation } from './database-location.ts';

/** What went wrong on opening, for whoever runs the server: the place without its password, and the reason without Prisma's frame. */
export function openingError(location: DatabaseLocation, cause: unknown): Error {
  return new Error(`the system database ${describe(location)} cannot be opened: ${reasonOf(cause)}`, { cause });
}

function describe(location: DatabaseLocation): string {
  if (location.provider === 'sqlite') return location.file;
  try {
    const { host, pathname } = new URL(location.connectionString);
    return `${host}${pathname}`;
  } catch {
    return 'on PostgreSQL';
  }
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const last = message.trim().split('\n').at(-1)?.trim() ?? '';
  return /Message: `(.*)`$/.exec(last)?.[1] ?? last;
}
