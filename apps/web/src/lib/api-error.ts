import type { ErrorCode, ErrorReason } from '@majed-vanna/contract';
import { TRPCClientError } from '@trpc/client';
import { en } from '../i18n/en/index.ts';
import { localWords } from './local-words.ts';

/** An error as a person sees it: a title by code, words in the language of the page, the id to quote. */
export interface ShownError {
  readonly code: ErrorCode | 'network' | 'settings' | 'unknown';
  readonly message: string | null;
  readonly requestId: string | null;
  /** What is wrong with single fields, by their path in the input. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}

type WireData = { appCode?: unknown; requestId?: unknown; details?: unknown; issues?: unknown };
type WireDetails = { reason?: unknown; field?: unknown };
type WireIssue = { path: string; message: string; reason?: unknown; params?: unknown };

export function shownError(error: unknown): ShownError {
  if (error instanceof HttpError)
    return { code: error.code, requestId: error.requestId, ...wordsOf({ details: error.details }, error.message) };
  if (!(error instanceof TRPCClientError)) return NOTHING;
  const data = wireDataOf(error);
  // Without data nothing came back from the product: the network, or a proxy in between.
  if (!data) return { ...NOTHING, code: 'network' };
  const requestId = typeof data.requestId === 'string' ? data.requestId : null;
  const code = needsOtherSettings(data.details) ? 'settings' : knownCode(data.appCode);
  return { code, requestId, ...wordsOf(data, error.message) };
}

/** Why a model server does not serve where no waiting helps: somebody has to correct its address, key or model. */
const OTHER_SETTINGS: ReadonlySet<unknown> = new Set<ErrorReason>([
  'certificate_not_trusted',
  'empty_reply',
  'host_unknown',
  'key_refused',
  'name_leads_to_kept_address',
  'no_such_model',
  'not_openai',
  'not_openai_v1',
  'reply_too_long',
  'server_redirects',
]);

function needsOtherSettings(details: unknown): boolean {
  return typeof details === 'object' && details !== null && 'reason' in details && OTHER_SETTINGS.has(details.reason);
}

const NOTHING: ShownError = { code: 'unknown', message: null, requestId: null, fields: [] };

function wordsOf({ details, issues }: WireData, message: string): Pick<ShownError, 'message' | 'fields'> {
  const { reason, field }: WireDetails = typeof details === 'object' && details !== null ? details : {};
  const local = localWords(reason, details);
  if (typeof field === 'string') {
    // The server's message begins with the field that it is about.
    const own = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
    return { message: local ?? own, fields: [{ path: field, message: local ?? own }] };
  }
  // The server's own shape, see its `error-shape.ts`.
  const fields = (Array.isArray(issues) ? (issues as WireIssue[]) : []).map((issue) => ({
    path: issue.path.replace(/^body\./, '').replace(/\.(\d+)(?=\.|$)/g, '[$1]'),
    message: localWords(issue.reason, issue.params) ?? issue.message,
    // Words with a reason are written for people; the schema's own need the name of the field beside them.
    told: issue.reason !== undefined,
  }));
  const [first] = fields;
  return {
    message: local ?? (first?.told ? first.message : message),
    fields: fields.map(({ path, message: own }) => ({ path, message: own })),
  };
}

/** How long the server asks to wait, when it takes no more requests; null when that is not what went wrong. */
export function restAskedFor(error: unknown): number | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { appCode, details } = wireDataOf(error) ?? {};
  if (appCode !== 'rate_limited') return null;
  const { retryAfterSeconds }: { retryAfterSeconds?: unknown } = typeof details === 'object' && details !== null ? details : {};
  return typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : DEFAULT_REST_MS;
}

const DEFAULT_REST_MS = 5_000;

export function errorCodeOf(error: unknown): ShownError['code'] {
  return shownError(error).code;
}

/** What of a failure a page shows: a session that ended shows its own dialog. */
export function shownFailure(error: unknown): object | null {
  return typeof error === 'object' && error !== null && errorCodeOf(error) !== 'not_signed_in' ? error : null;
}

/** A failed request outside tRPC, with the body that every such door answers. */
export class HttpError extends Error {
  readonly code: ShownError['code'];
  readonly requestId: string | null;
  /** As the server's `error-shape.ts` makes them. */
  readonly details: unknown;

  constructor(code: unknown, message: string, requestId: string | null, details: unknown = null) {
    super(message);
    this.name = 'HttpError';
    this.code = knownCode(code);
    this.requestId = requestId;
    this.details = details;
  }
}

export function knownCode(code: unknown): ShownError['code'] {
  // The titles hold every code, by a test.
  return typeof code === 'string' && code in en.errors && code !== 'networkText' ? (code as ShownError['code']) : 'unknown';
}

function wireDataOf(error: TRPCClientError<never>): WireData | null {
  const data: unknown = error.data;
  return data !== null && typeof data === 'object' ? data : null;
}
