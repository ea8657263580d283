import { type Actor, type Role, role, type ToolEntry, type ToolName, type ToolSwitchInput, toolName } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { z } from 'zod';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import { createUseBuffer } from './use-buffer.ts';

export interface ToolRegistryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log?: Pick<Logger, 'warn'>;
}

export type ToolRegistry = ReturnType<typeof createToolRegistry>;

const SWITCHED_OFF = 'tools.switchedOff';
const COUNTED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

const stored = z.partialRecord(role, z.array(z.string()));

/** What the agent's model may call, for whom, and how it goes. Everything is on until it is switched off. */
export function createToolRegistry({ database, clock, log }: ToolRegistryDeps) {
  const { settings, toolUses } = database.repositories;
  const uses = createUseBuffer({ toolUses, clock, log });
  return { enabledFor, recordUse: uses.record, list, setEnabled, close: uses.close };

  async function enabledFor(of: Role): Promise<ReadonlySet<ToolName>> {
    const off = await switchedOff(database.repositories);
    return new Set(toolName.options.filter((name) => !off[of]?.includes(name)));
  }

  /** @throws AppError `forbidden` */
  async function list(actor: Actor): Promise<ToolEntry[]> {
    requirePermission(actor, 'tool.read');
    await uses.flush();
    const since = new Date(clock.now().getTime() - (COUNTED_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
    const [off, counts] = await Promise.all([switchedOff({ settings }), toolUses.since(since)]);
    return toolName.options.map((name) => {
      const { calls = 0, failures = 0, lastUsedAt } = counts.find(({ tool }) => tool === name) ?? {};
      return {
        name,
        enabledFor: role.options.filter((each) => !off[each]?.includes(name)),
        calls,
        failures,
        failureRate: calls > 0 ? failures / calls : null,
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      };
    });
  }

  /** From the next question on. @throws AppError `forbidden` */
  async function setEnabled(actor: Actor, { tool, role: of, enabled }: ToolSwitchInput): Promise<void> {
    requirePermission(actor, 'tool.write');
    const at = clock.now();
    await database.transaction(async ({ settings, auditLog }) => {
      const off = await switchedOff({ settings });
      const rest = (off[of] ?? []).filter((name) => name !== tool);
      await settings.set(SWITCHED_OFF, { ...off, [of]: enabled ? rest : [...rest, tool] }, at);
      await auditLog.append({ at, actor: actor.userId, action: 'tool.switched', target: tool, details: { role: of, enabled } });
    });
  }
}

/** Fails closed: a setting that cannot be read leaves no tool on. */
async function switchedOff({ settings }: Pick<Database['repositories'], 'settings'>) {
  const value = await settings.get(SWITCHED_OFF);
  if (value === null) return {};
  return stored.parse(value);
}
