import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

export type DatabaseProvider = 'sqlite' | 'postgresql';

/** Where the system database is: a file, or a server. */
export type DatabaseLocation =
  | { readonly provider: 'sqlite'; readonly file: string }
  | { readonly provider: 'postgresql'; readonly connectionString: string };

/**
 * Reads `DATABASE_URL`: `file:/absolute/path.db` or `postgresql://…`.
 * @throws Error when the URL is of neither kind, or not of the provider that was asked for. The message never holds the URL, which may hold a password.
 */
export function parseDatabaseUrl(url: string, provider?: DatabaseProvider): DatabaseLocation {
  const location = readUrl(url);
  if (provider && provider !== location.provider) {
    throw new Error(`the database URL is one of ${location.provider}, but the provider is set to ${provider}`);
  }
  return location;
}

function readUrl(url: string): DatabaseLocation {
  if (/^postgres(ql)?:\/\//.test(url)) return { provider: 'postgresql', connectionString: url };
  if (!url.startsWith('file:')) throw new Error('the database URL must start with file: or postgresql:');
  const file = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
  if (!isAbsolute(file)) throw new Error('the database URL must name the file by its absolute path');
  return { provider: 'sqlite', file };
}
