import { z } from 'zod';

/** More than any statement; what goes on and on is not searched. */
const MAX_SEARCHED = 100_000;
const FENCE = /```([\s\S]*?)(?:```|$)/g;
const FENCE_LABEL =
  /^(?:sql|sqlite3?|duckdb|oracle|plsql|postgres(?:ql)?|pgsql|psql|mysql|mariadb|json|tool_call)?[ \t]*(?:\r?\n|(?<=\S[ \t]))/i;
const CALL_TAG = /<tool_call>([\s\S]*?)(?:<\/tool_call>|$)/gi;
const LEADING_COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
const BEGINS = /^(?:select\b|with\s+(?:recursive\s+)?["`\w]["`\w\s]*(?:\([^()]*\)\s*)?as\b|\(\s*(?:select|with)\b)/i;
/** Prose may begin with "Select" too. */
const ENDS_A_SENTENCE = /[.!?؟:]$/;

const given = z.object({ sql: z.string().trim().min(1) });
const call = z.object({ name: z.literal('run_sql'), arguments: given.or(z.string()).optional(), parameters: given.optional() });

/**
 * The statement that a model hands in as text because it cannot call tools: a call written as JSON, the last fenced statement,
 * or a reply that is nothing but a statement. Null for prose, also where it quotes SQL.
 */
export function statementIn(reply: string): string | null {
  const text = withoutThinking(reply.slice(-MAX_SEARCHED)).trim();
  const fenced = [...text.matchAll(FENCE)].map(([, block = '']) => block.replace(FENCE_LABEL, ''));
  const tagged = [...text.matchAll(CALL_TAG)].map(([, block = '']) => block);
  return last([...fenced, ...tagged, text].map(calledSql)) ?? last(fenced.map(fencedSql)) ?? bareSql(text)?.sql ?? null;
}

/** The reply without its code and its thinking, also where one of them is still being written. */
export function withoutCode(reply: string): string {
  const text = withoutThinking(reply).replace(CALL_TAG, '').replace(FENCE, '').trim();
  const prose = /^(?:\{|\[\s*\{)/.test(text) ? '' : (bareSql(text)?.rest ?? text);
  return prose.replace(/\n{3,}/g, '\n\n').trim();
}

function withoutThinking(reply: string): string {
  return reply.replace(/<think>[\s\S]*?(<\/think>|$)/gi, '');
}

function fencedSql(block: string): string | null {
  const sql = block.replace(LEADING_COMMENTS, '').trim().replace(/;\s*$/, '');
  return BEGINS.test(sql) ? sql : null;
}

/** Up to a semicolon at the end of a line, or all of it. */
function bareSql(text: string): { readonly sql: string; readonly rest: string } | null {
  const end = /;[ \t]*(?:\r?\n|$)/.exec(text)?.index ?? text.length;
  const sql = fencedSql(text.slice(0, end));
  return sql === null || ENDS_A_SENTENCE.test(sql) ? null : { sql, rest: text.slice(end + 1) };
}

function calledSql(text: string): string | null {
  const trimmed = text.trim();
  const parsed = z.array(z.unknown()).or(z.record(z.string(), z.unknown())).safeParse(json(trimmed));
  if (!parsed.success) return null;
  return last(
    [parsed.data].flat().map((one) => {
      const { data } = call.safeParse(one);
      const written = data?.arguments ?? data?.parameters;
      return given.safeParse(typeof written === 'string' ? json(written) : written).data?.sql ?? null;
    }),
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function last(found: readonly (string | null)[]): string | null {
  return found.findLast((sql) => sql !== null) ?? null;
}
