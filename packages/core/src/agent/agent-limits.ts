/** Hard caps of one question to a model, where nothing is known of it. */
export interface AgentLimits {
  /** Replies of the model, each with its tool calls. */
  readonly steps: number;
  /** Calls of tools in all replies together; what is called beyond does nothing. */
  readonly toolCalls: number;
  /** In and out together; checked after each reply. */
  readonly tokens: number;
  readonly replyTokens: number;
  /** The run goes on for a while after it, so that the embedded engine can still answer. */
  readonly wallClockMs: number;
  /** Statements that may fail before the model is given up. */
  readonly repairs: number;
  /** Characters about the data that go out with the question; a token is three of them, or two that are not Latin. */
  readonly schemaCharacters: number;
  /** Characters of the conversation before. */
  readonly conversationCharacters: number;
  /** Characters of one tool's result. */
  readonly resultCharacters: number;
}

export const AGENT_LIMITS: AgentLimits = {
  steps: 10,
  toolCalls: 24,
  tokens: 60_000,
  replyTokens: 4_000,
  wallClockMs: 45_000,
  repairs: 3,
  schemaCharacters: 16_000,
  conversationCharacters: 8_000,
  resultCharacters: 6_000,
};
