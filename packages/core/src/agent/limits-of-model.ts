import { ANSWER_SECONDS } from '@majed-vanna/contract';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import { AGENT_LIMITS, type AgentLimits } from './agent-limits.ts';
import { CHARACTERS_PER_TOKEN } from './text-size.ts';

type Asked = Pick<ModelEndpoint, 'provider' | 'contextTokens' | 'answerSeconds'>;

/** In a context of fewer tokens only the tools that are needed are described: the tables need the room. */
const FEW_TOOLS_BELOW = 6_000;
/** Characters of every request beside what is sized here: rules, tools, the question. */
const FIXED_CHARACTERS = { all: 6_500, few: 4_500 };
/** Less says nothing of a table. */
const LEAST_ROOM = 2_000;
/** Of the context; the reply is part of it. */
const REPLY_SHARE = 0.2;
/** Of what is left; the rest is for the statements and results of later replies. */
const SHARES = { schema: 0.5, conversation: 0.15, result: 0.12 };

/** Milliseconds that a model may take for one answer. */
export function answerMsOf({ provider, answerSeconds = ANSWER_SECONDS[provider] }: Asked): number {
  return answerSeconds * 1_000;
}

/** The caps for one model: a small context gets a small prompt, a slow machine its time. What is `given` stands. */
export function limitsOfModel(model: Asked, given: Partial<AgentLimits>): AgentLimits {
  const usual = { ...AGENT_LIMITS, wallClockMs: answerMsOf(model) };
  return { ...usual, ...(model.contextTokens == null ? {} : withinContext(model.contextTokens, usual)), ...given };
}

/** Whether a model is given the tools that are needed, and no others. */
export function hasFewTools({ contextTokens }: Pick<Asked, 'contextTokens'>): boolean {
  return contextTokens != null && contextTokens < FEW_TOOLS_BELOW;
}

/** For a second attempt, after the first was too long for the model. */
export function halved(limits: AgentLimits): AgentLimits {
  const half = (characters: number) => Math.floor(characters / 2);
  return {
    ...limits,
    schemaCharacters: half(limits.schemaCharacters),
    conversationCharacters: half(limits.conversationCharacters),
    resultCharacters: half(limits.resultCharacters),
    replyTokens: half(limits.replyTokens),
  };
}

function withinContext(contextTokens: number, usual: AgentLimits) {
  const replyTokens = Math.min(usual.replyTokens, Math.floor(contextTokens * REPLY_SHARE));
  const fixed = FIXED_CHARACTERS[hasFewTools({ contextTokens }) ? 'few' : 'all'];
  const room = Math.max(LEAST_ROOM, (contextTokens - replyTokens) * CHARACTERS_PER_TOKEN - fixed);
  return {
    replyTokens,
    schemaCharacters: Math.min(usual.schemaCharacters, Math.floor(room * SHARES.schema)),
    conversationCharacters: Math.min(usual.conversationCharacters, Math.floor(room * SHARES.conversation)),
    resultCharacters: Math.min(usual.resultCharacters, Math.floor(room * SHARES.result)),
  };
}
