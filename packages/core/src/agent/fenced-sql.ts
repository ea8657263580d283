/** More than any statement; what goes on and on is not searched. */
const MAX_SEARCHED = 100_000;

/** The last fenced statement of a reply, for models that cannot call tools; null when there is none. */
export function fencedSql(reply: string): string | null {
  const text = withoutThinking(reply.slice(-MAX_SEARCHED));
  const blocks = [...text.matchAll(/```(?:sql|sqlite|duckdb|oracle|plsql|postgresql|mysql)?[ \t]*\r?\n([\s\S]*?)```/gi)];
  const sql = blocks.at(-1)?.[1]?.trim().replace(/;\s*$/, '');
  return sql && /^\s*(select|with|\()/i.test(sql) ? sql : null;
}

/** The reply without its code and its thinking, also where one of them is still being written. */
export function withoutCode(reply: string): string {
  return withoutThinking(reply)
    .replace(/```[\s\S]*?(```|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutThinking(reply: string): string {
  return reply.replace(/<think>[\s\S]*?(<\/think>|$)/gi, '');
}
