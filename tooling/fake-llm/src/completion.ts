import type { Reply, ToolCall } from './reply.ts';

export type Spoken = Extract<Reply, { kind: 'text' | 'tools' | 'refusal' | 'cut' | 'stalled' }>;

/** Ids are never used twice: clients tell calls apart by them. */
let calls = 0;

const USAGE = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };
/** Small enough that names and arguments fall apart. */
const PIECE = 7;

/** The whole reply at once. */
export function wholeCompletion(reply: Spoken, model: string): object {
  const called = callsOf(reply).map((call) => ({ id: `call_${calls++}`, type: 'function', function: written(call) }));
  const message = {
    role: 'assistant',
    content: reply.kind === 'refusal' ? null : (reply.text ?? null),
    ...(reply.kind === 'refusal' ? { refusal: reply.text } : {}),
    ...(reply.kind === 'text' && reply.reasoning ? { reasoning_content: reply.reasoning } : {}),
    ...(called.length > 0 ? { tool_calls: called } : {}),
  };
  return { ...head(model, 'chat.completion'), choices: [{ index: 0, message, finish_reason: finish(reply) }], usage: USAGE };
}

/** The same in chunks, texts and arguments in small pieces. */
export function streamedCompletion(reply: Spoken, model: string): object[] {
  const chunk = (delta: object, reason: string | null = null) => ({
    ...head(model, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason: reason }],
  });
  const spoken = pieces(reply.text ?? '').map((piece) => chunk(reply.kind === 'refusal' ? { refusal: piece } : { content: piece }));
  const called = callsOf(reply).flatMap((call, index) => {
    const { name, arguments: args } = written(call);
    return [
      chunk({ tool_calls: [{ index, id: `call_${calls++}`, type: 'function', function: { name, arguments: '' } }] }),
      ...pieces(args).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ];
  });
  const usage = { ...head(model, 'chat.completion.chunk'), choices: [], usage: USAGE };
  const thought = reply.kind === 'text' ? pieces(reply.reasoning ?? '').map((piece) => chunk({ reasoning_content: piece })) : [];
  return [chunk({ role: 'assistant' }), ...thought, ...spoken, ...called, chunk({}, finish(reply)), usage];
}

function head(model: string, object: string) {
  return { id: 'chatcmpl-1', object, created: 1_700_000_000, model };
}

function callsOf(reply: Spoken): readonly ToolCall[] {
  return reply.kind === 'tools' ? reply.calls : [];
}

function written({ name, arguments: args }: ToolCall) {
  return { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) };
}

function finish(reply: Spoken): string {
  return reply.kind === 'tools' ? 'tool_calls' : 'stop';
}

function pieces(words: string): string[] {
  return words.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'gu')) ?? [];
}
