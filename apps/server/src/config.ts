import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MODEL_ADDRESSES } from '@majed-vanna/contract';
import type { z } from 'zod';
import { parseEnvFile } from './boot/env-file.ts';
import { secretKeyProblem } from './boot/secret-key.ts';
import { type Environment, environmentSchema, NOT_USED_YET } from './config-schema.ts';

export type Config = ReturnType<typeof grouped>;

/** Everything that is wrong with the configuration, one sentence each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Where the product lies: `.env` is read here, and relative paths of the environment start here. */
export const ROOT_DIR = resolve(import.meta.dirname, '../../..');

/**
 * Checks and groups the variables; touches nothing else.
 * @throws ConfigError with all problems at once
 */
export function loadConfig(env: Environment, rootDir: string = ROOT_DIR): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environmentSchema.safeParse(set);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  problems.push(...crossChecks(set));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(grouped(parsed.data, rootDir));
}

/**
 * The process's variables over those of `.env`.
 * @throws ConfigError when `.env` cannot be read as one
 */
export function readEnvironment(rootDir: string = ROOT_DIR): Environment {
  const file = join(rootDir, '.env');
  if (!existsSync(file)) return { ...process.env };
  const { values, problems } = parseEnvFile(readFileSync(file));
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `${file}: ${problem}`));
  return { ...values, ...process.env };
}

const DEFAULTS = environmentSchema.parse({});

function crossChecks(env: Environment): string[] {
  const problems: string[] = [];
  const secret = env.SECRET_KEY === undefined ? null : secretKeyProblem(env.SECRET_KEY);
  if (secret) problems.push(`SECRET_KEY ${secret}`);
  const inferred = providerOf(env.DATABASE_URL);
  if (env.DATABASE_URL && !inferred) problems.push('DATABASE_URL must begin with file: (SQLite) or postgresql://');
  if (inferred && env.DATABASE_PROVIDER && inferred !== env.DATABASE_PROVIDER) {
    problems.push(`DATABASE_PROVIDER is ${env.DATABASE_PROVIDER}, but DATABASE_URL is one of ${inferred}`);
  }
  if (env.DATABASE_PROVIDER === 'postgresql' && !env.DATABASE_URL)
    problems.push('DATABASE_URL is needed when DATABASE_PROVIDER is postgresql');
  if (env.LLM_PROVIDER === 'compatible' && env.LLM_MODEL && !env.LLM_BASE_URL)
    problems.push('LLM_BASE_URL is needed when LLM_PROVIDER is compatible');
  if (env.LLM_PROVIDER === 'openai' && env.LLM_BASE_URL && !env.LLM_MODEL) problems.push('LLM_MODEL is needed when LLM_PROVIDER is openai');
  const oracle = ['ORACLE_USER', 'ORACLE_PASSWORD', 'ORACLE_HOST', 'ORACLE_DATABASE'];
  const missing = oracle.filter((key) => env[key] === undefined);
  if (missing.length > 0 && missing.length < oracle.length)
    problems.push(`${missing.join(', ')} must be set together with the other ORACLE_ variables`);
  return problems;
}

function grouped(env: z.infer<typeof environmentSchema>, rootDir: string) {
  const dataDir = resolve(rootDir, env.DATA_DIR);
  const { ORACLE_USER: user, ORACLE_PASSWORD: password, ORACLE_HOST: host, ORACLE_PORT: port, ORACLE_DATABASE: database } = env;
  return {
    server: {
      host: env.HOST,
      port: env.PORT,
      debug: env.DEBUG,
      allowedOrigins: env.ALLOWED_ORIGINS,
      allowedHosts: env.ALLOWED_HOSTS,
      trustedProxies: env.TRUSTED_PROXIES,
      uploadMaxBytes: env.UPLOAD_MAX_MB * 1024 * 1024,
    },
    auth: { secretKey: env.SECRET_KEY ?? null, accessMinutes: env.ACCESS_TOKEN_EXPIRE_MINUTES, algorithm: env.ALGORITHM },
    database: databaseOf(env, rootDir, dataDir),
    oracle: user && password && host && database ? { user, password, host, port, database } : null,
    llm: llmOf(env),
    retrieval: { reranker: env.RETRIEVAL_RERANKER },
    rateLimit: { maxRequests: env.RATE_LIMIT_MAX_REQUESTS, windowMs: env.RATE_LIMIT_WINDOW * 1_000 },
    runs: { perUser: env.RUNS_PER_USER, total: env.RUNS_TOTAL },
    circuitBreakers: breakersOf(env),
    paths: {
      dataDir,
      backups: env.BACKUP_PATH ? resolve(rootDir, env.BACKUP_PATH) : join(dataDir, 'backups'),
      logs: env.LOG_PATH ? resolve(rootDir, env.LOG_PATH) : join(dataDir, 'logs'),
    },
    /** Names of variables that were set to something and take no effect. */
    withoutEffect: NOT_USED_YET.filter((name) => env[name] !== DEFAULTS[name]),
  };
}

/** Null: nobody asked for a model. LM Studio answers with whichever model is loaded when none is named. */
function llmOf({ LLM_PROVIDER: provider, ...env }: z.infer<typeof environmentSchema>) {
  const baseUrl = env.LLM_BASE_URL ?? MODEL_ADDRESSES[provider];
  if (!env.LLM_BASE_URL && !env.LLM_MODEL) return null;
  return baseUrl ? { provider, baseUrl, model: env.LLM_MODEL ?? 'default', apiKey: env.LLM_API_KEY ?? null } : null;
}

function breakersOf(env: z.infer<typeof environmentSchema>) {
  const successThreshold = env.CIRCUIT_BREAKER_SUCCESS_THRESHOLD;
  const settings = (failureThreshold: number, timeoutSeconds: number) => ({
    failureThreshold,
    timeoutMs: timeoutSeconds * 1_000,
    successThreshold,
  });
  return {
    agent: settings(env.CIRCUIT_BREAKER_FAILURE_THRESHOLD, env.CIRCUIT_BREAKER_TIMEOUT),
    database: settings(env.CIRCUIT_BREAKER_DATABASE_FAILURE_THRESHOLD, env.CIRCUIT_BREAKER_DATABASE_TIMEOUT),
    llm: settings(env.CIRCUIT_BREAKER_LLM_FAILURE_THRESHOLD, env.CIRCUIT_BREAKER_LLM_TIMEOUT),
  };
}

function databaseOf(env: z.infer<typeof environmentSchema>, rootDir: string, dataDir: string) {
  const url = env.DATABASE_URL ?? `file:${join(dataDir, 'majed-vanna.db')}`;
  const provider = env.DATABASE_PROVIDER ?? providerOf(url) ?? 'sqlite';
  return { provider, url: url.startsWith('file:') ? `file:${resolve(rootDir, url.slice('file:'.length))}` : url };
}

function providerOf(url: string | undefined): 'sqlite' | 'postgresql' | null {
  if (url?.startsWith('file:')) return 'sqlite';
  return url && /^postgres(ql)?:\/\//.test(url) ? 'postgresql' : null;
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
