import type { SemanticEntryBody } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import { type CheckedSource, faultOf, hasPassed, markPassed } from './check-statement-of.ts';
import type { SchemaIndex } from './schema-index.ts';
import { boundStatement, partsOf, type StatementPart } from './statement-parts.ts';

interface Member {
  readonly entry: SemanticEntryBody;
  readonly part: StatementPart;
}

const AT_ONCE = 64;

/**
 * Checks expressions of the same table in one statement, and remembers those that fit. It only says yes: whatever is in doubt
 * is left to its own check, which says what is wrong.
 */
export async function passTogether(entries: readonly SemanticEntryBody[], source: CheckedSource): Promise<void> {
  const groups = new Map<string, Member[]>();
  const open = new Map<SemanticEntryBody, number>();
  for (const entry of entries) {
    if (hasPassed(entry, source.index)) continue;
    const parts = partsOf(entry, source.index);
    if (parts.length === 0 || !parts.every((part) => isPlain(part, source.index))) continue;
    open.set(entry, parts.length);
    for (const part of parts) {
      const name = `${part.place} ${part.table.toLowerCase()}`;
      groups.set(name, [...(groups.get(name) ?? []), { entry, part }]);
    }
  }
  for (const members of groups.values()) for (let at = 0; at < members.length; at += AT_ONCE) await halve(members.slice(at, at + AT_ONCE));

  async function halve(members: readonly Member[]): Promise<void> {
    // One alone is left to its own check.
    if (members.length < 2) return;
    const fits = await fit(members, source);
    if (fits === null) return;
    if (fits) {
      for (const { entry } of members) {
        const left = (open.get(entry) ?? 0) - 1;
        open.set(entry, left);
        if (left === 0) markPassed(entry, source.index);
      }
      return;
    }
    const middle = Math.ceil(members.length / 2);
    await halve(members.slice(0, middle));
    await halve(members.slice(middle));
  }
}

async function fit(members: readonly Member[], source: CheckedSource): Promise<boolean | null> {
  const [first] = members;
  if (!first) return true;
  const { place, table } = first.part;
  const texts = members.map(({ part }) => part.text);
  const sql = boundStatement(place, table, texts, source.index);
  const entries = members.map(({ entry }) => entry);
  try {
    return (await faultOf(sql, entries, source, place === 'where' ? 1 : texts.length)) === null;
  } catch (error) {
    // A database that does not answer is told by the checks one by one.
    if (error instanceof WarehouseError) return null;
    throw error;
  }
}

/** Nothing in it could reach into its neighbours, or take over a column that only a neighbour marks. */
function isPlain({ written, table }: StatementPart, index: SchemaIndex): boolean {
  const text = written.replaceAll(/'[^'\\]*'/g, ' ').replaceAll(/\{[^{}]*\}/g, ' ');
  if (/['"`[\]\\;$#]|--|\/\*|\*\/|\bselect\b/i.test(text)) return false;
  const columns = new Set(index.table(table)?.columns.map(({ name }) => name.toLowerCase()));
  return !(text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []).some((word) => columns.has(word));
}
