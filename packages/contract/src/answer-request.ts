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

/** Events after `lastEventId` (their sequence number as text); from the first one when absent. */
export const answerEventsInput = z.object({
  runId,
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
