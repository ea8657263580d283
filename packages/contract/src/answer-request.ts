import { z } from 'zod';
import { language } from './dialect.ts';
import { dataSourceId, runId } from './ids.ts';
import { exportFormat } from './result.ts';

/** Most rows one page of a result may hold. */
export const MAX_PAGE_ROWS = 1_000;

export const resultPageInput = z.object({ runId, offset: z.number().int().min(0), limit: z.number().int().min(1).max(MAX_PAGE_ROWS) });
export type ResultPageInput = z.infer<typeof resultPageInput>;

export const exportInput = z.object({ runId, format: exportFormat });
export type ExportInput = z.infer<typeof exportInput>;

export const suggestionsInput = z.object({ dataSourceId: dataSourceId.optional(), language });
export type SuggestionsInput = z.infer<typeof suggestionsInput>;

export const suggestionsOutput = z.object({ questions: z.array(z.string()) });

/** A question as it stood in its conversation. */
export const askedQuestion = z.object({
  question: z.string(),
  /** It means the same without the turns before; else it has to be reworded by whoever keeps it. */
  whole: z.boolean(),
  /** The question, or what the embedded engine made of it in words: to begin a whole one with. */
  wording: z.string(),
  /** What else was asked and answered before, oldest first. */
  before: z.array(z.string()),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

/** Events after `lastEventId` (their sequence number as text); from the first one when absent. */
export const answerEventsInput = z.object({
  runId,
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
