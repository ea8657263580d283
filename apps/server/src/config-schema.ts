import { modelProvider } from '@majed-vanna/contract';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables by the names that an administrator writes; empty ones count as absent. Times in the unit of the name. */
export const environmentSchema = z.object({
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(7777),
  DEBUG: flag().default(false),
  SECRET_KEY: z.string().optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: wholeNumber(1, 1_440).default(30),
  ALGORITHM: z.literal('HS256', { error: 'must be HS256; no other algorithm is supported' }).default('HS256'),
  ALLOWED_ORIGINS: list(origin).default([]),
  ALLOWED_HOSTS: list(hostPattern).default([]),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  UPLOAD_MAX_MB: wholeNumber(1, 1_048_576).default(2_048),
  DATABASE_URL: z.string().trim().optional(),
  DATABASE_PROVIDER: z.enum(['sqlite', 'postgresql'], { error: 'must be sqlite or postgresql' }).optional(),
  ORACLE_USER: z.string().optional(),
  ORACLE_PASSWORD: z.string().optional(),
  ORACLE_HOST: z.string().trim().optional(),
  ORACLE_PORT: wholeNumber(1, 65_535).default(1521),
  ORACLE_DATABASE: z.string().trim().optional(),
  LLM_PROVIDER: z.enum(modelProvider.options, { error: 'must be lmstudio, openai or compatible' }).default('lmstudio'),
  LLM_API_KEY: z.string().optional(),
  LLM_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:1234/v1' }).optional(),
  LLM_MODEL: z.string().trim().optional(),
  RETRIEVAL_RERANKER: flag().default(false),
  RATE_LIMIT_MAX_REQUESTS: wholeNumber(1, 1_000_000).default(100),
  RATE_LIMIT_WINDOW: wholeNumber(1, 86_400).default(60),
  RUNS_PER_USER: wholeNumber(1, 1_000).default(4),
  RUNS_TOTAL: wholeNumber(1, 10_000).default(200),
  CIRCUIT_BREAKER_FAILURE_THRESHOLD: wholeNumber(1, 1_000).default(5),
  CIRCUIT_BREAKER_TIMEOUT: wholeNumber(1, 86_400).default(60),
  CIRCUIT_BREAKER_SUCCESS_THRESHOLD: wholeNumber(1, 100).default(2),
  CIRCUIT_BREAKER_DATABASE_FAILURE_THRESHOLD: wholeNumber(1, 1_000).default(3),
  CIRCUIT_BREAKER_DATABASE_TIMEOUT: wholeNumber(1, 86_400).default(30),
  CIRCUIT_BREAKER_LLM_FAILURE_THRESHOLD: wholeNumber(1, 1_000).default(3),
  CIRCUIT_BREAKER_LLM_TIMEOUT: wholeNumber(1, 86_400).default(60),
  BACKUP_PATH: z.string().trim().optional(),
  LOG_PATH: z.string().trim().optional(),
  DATA_DIR: z.string().trim().default('./private'),
});

/** Checked, and read by no part of this version: whoever sets one is told so. A name leaves the list with the part that reads it. */
export const NOT_USED_YET = [
  'ORACLE_USER',
  'ORACLE_PASSWORD',
  'ORACLE_HOST',
  'ORACLE_PORT',
  'ORACLE_DATABASE',
  'BACKUP_PATH',
] as const satisfies readonly (keyof typeof environmentSchema.shape)[];

function wholeNumber(min: number, max: number) {
  const error = (value: unknown) => `must be a whole number from ${min} to ${max}, not '${String(value)}'`;
  return z.string().transform((text, context) => {
    const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    context.addIssue(error(text));
    return z.NEVER;
  });
}

function flag() {
  return z.string().transform((text, context) => {
    const word = text.trim().toLowerCase();
    if (['true', '1', 'yes', 'on'].includes(word)) return true;
    if (['false', '0', 'no', 'off'].includes(word)) return false;
    context.addIssue(`must be true or false, not '${text}'`);
    return z.NEVER;
  });
}

/** Comma-separated; `check` normalises an item or says what is wrong with it. */
function list(check: (item: string) => { value: string } | { problem: string }) {
  return z.string().transform((text, context) => {
    const items = text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
      .map(check);
    for (const item of items) if ('problem' in item) context.addIssue(item.problem);
    return items.flatMap((item) => ('value' in item ? [item.value] : []));
  });
}

function origin(item: string) {
  const url = URL.canParse(item) ? new URL(item) : null;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  return plain ? { value: url.origin } : { problem: `must list origins such as https://reports.example.com, not '${item}'` };
}

function hostPattern(item: string) {
  if (item === '*' || /^(\*?\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(item) || /^\[?[0-9a-f:]+\]?$/i.test(item))
    return { value: item.toLowerCase() };
  return { problem: `must list host names without port, such as reports.example.com, .example.com or *, not '${item}'` };
}
