import { z } from 'zod';

/** A piece of what a language model was told; `characters` as it was sent, `text` may be cut. */
const sentText = z.object({ characters: z.number().int(), text: z.string() });

/** Everything that left for a language model to answer one question; for administrators. */
export const answerPrompt = z.object({
  model: z.string(),
  /** Completions asked for, repetitions included. */
  requests: z.number().int(),
  /** Characters that the parts may take together. */
  budget: z.number().int(),
  /** The budget before, of a prompt that was too long for the model and was sent again shorter. */
  shortenedFrom: z.number().int().optional(),
  /** Of the instructions, in their order. */
  parts: z.array(sentText.extend({ name: z.string() })),
  /** Names of the tools it was given. */
  tools: z.array(z.string()),
  /** After the instructions: questions, its own replies, results of its tools. */
  messages: z.array(sentText.extend({ role: z.string() })),
});
export type AnswerPrompt = z.infer<typeof answerPrompt>;
