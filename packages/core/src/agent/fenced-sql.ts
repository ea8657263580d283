/** The last fenced statement of a reply, for models that cannot call tools; null when there is none. */
export function fencedSql(reply: string): string | null {
  const blocks = [...reply.matchAll(/```(?:sql|sqlite|duckdb|oracle|plsql|postgresql)?[ \t]*\r?\n([\s\S]*?)```/gi)];
  const sql = blocks.at(-1)?.[1]?.trim().replace(/;\s*$/, '');
  return sql && /^\s*(select|with|\()/i.test(sql) ? sql : null;
}

/** The reply without its code. */
export function withoutCode(reply: string): string {
  return reply
    .replace(/<think>[\s\S]*?<\/think>/gi, '')
    .replace(/```[\s\S]*?(```|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
