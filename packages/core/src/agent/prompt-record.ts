import type { AnswerPrompt } from '@majed-vanna/contract';
import { z } from 'zod';
import type { PromptPart } from './system-prompt.ts';

const MAX_TEXT = 20_000;
const MAX_MESSAGES = 60;

const sentBody = z.object({
  messages: z.array(
    z.object({
      role: z.string(),
      content: z.unknown().optional(),
      tool_calls: z.array(z.object({ function: z.unknown() })).optional(),
    }),
  ),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
});

export type PromptRecord = ReturnType<typeof createPromptRecord>;

/** What was sent, read off the requests themselves as they leave. */
export function createPromptRecord(model: string, parts: readonly PromptPart[], budget: number, before: AnswerPrompt | null = null) {
  const prompt: AnswerPrompt = {
    model,
    requests: before?.requests ?? 0,
    budget,
    ...(before ? { shortenedFrom: before.budget } : {}),
    parts: parts.map(({ name, text }) => ({ name, ...cut(text) })),
    tools: [],
    messages: [],
  };
  let seen = 0;
  let unaccounted = 0;
  return { prompt, see, accounted, unaccounted: () => unaccounted };

  function see(body: string): void {
    prompt.requests++;
    unaccounted += body.length;
    const parsed = sentBody.safeParse(JSON.parse(body));
    if (!parsed.success) return;
    const { messages, tools } = parsed.data;
    prompt.tools = tools?.map((tool) => tool.function.name) ?? [];
    // The instructions are kept in parts; a request repeats all messages before its own.
    const sent = messages.filter(({ role }) => role !== 'system');
    for (const { role, content, tool_calls: calls } of sent.slice(seen)) {
      const text = [textOf(content), ...(calls ?? []).map((call) => JSON.stringify(call.function))]
        .filter((line) => line !== '')
        .join('\n');
      if (prompt.messages.length < MAX_MESSAGES) prompt.messages.push({ role, ...cut(text) });
    }
    seen = Math.max(seen, sent.length);
  }

  /** The server has told what it read so far. */
  function accounted(): void {
    unaccounted = 0;
  }
}

function textOf(content: unknown): string {
  if (content === null || content === undefined) return '';
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function cut(text: string) {
  return { characters: text.length, text: text.slice(0, MAX_TEXT) };
}
