import type { ModelProvider } from '@majed-vanna/contract';

/** The contract's, which would bring its schemas along; a test holds them equal. */
export const ANSWER_SECONDS: Readonly<Record<ModelProvider, number>> = { lmstudio: 120, openai: 45, compatible: 90 };
export const SMALL_CONTEXT_TOKENS = 8_000;
