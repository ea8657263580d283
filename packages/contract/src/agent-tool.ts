import { z } from 'zod';

/** What a language model can do; each can be switched off per role. */
export const toolName = z.enum(['search_semantics', 'describe_table', 'sample_values', 'run_sql', 'make_chart', 'ask_user']);
export type ToolName = z.infer<typeof toolName>;
