import { z } from 'zod';
import { toolName } from './agent-tool.ts';
import { role } from './permissions.ts';

/** A tool of the agent: for whom it is on, and how it goes. */
export const toolEntry = z.object({
  name: toolName,
  /** Roles whose questions may use it. */
  enabledFor: z.array(role),
  /** Of the last 30 days. */
  calls: z.number().int(),
  failures: z.number().int(),
  /** Failures per call; null when it was not called. */
  failureRate: z.number().nullable(),
  /** However long ago; null when it was never called. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ToolEntry = z.infer<typeof toolEntry>;

export const toolSwitchInput = z.object({ tool: toolName, role, enabled: z.boolean() });
export type ToolSwitchInput = z.infer<typeof toolSwitchInput>;
