import { type LayerChanges, type LayerVersion, type LayerVersionSummary, layerDifference, userId } from '@majed-vanna/contract';
import type { PublishedDifference, Repositories, SemanticChangeRow, SemanticVersionRow } from '@majed-vanna/db';

/** Names of people by their ids, each looked up once. */
export async function namesOf({ users }: Pick<Repositories, 'users'>, ids: readonly string[]): Promise<NameOf> {
  const known = new Map<string, string | null>();
  for (const id of new Set(ids)) {
    const parsed = userId.safeParse(id);
    known.set(id, parsed.success ? ((await users.getById(parsed.data))?.username ?? null) : null);
  }
  return (id) => ({ id, name: known.get(id) ?? null });
}

export type NameOf = (id: string) => { id: string; name: string | null };

/** What of a list of differences has the shape of its kind. */
export function presentedDifferences(differences: readonly PublishedDifference[]) {
  return differences.flatMap((difference) => {
    const parsed = layerDifference.safeParse(difference);
    return parsed.success ? [parsed.data] : [];
  });
}

export function presentedChanges(
  rows: readonly SemanticChangeRow[],
  publishedBody: (row: SemanticChangeRow) => unknown,
  nameOf: NameOf,
): LayerChanges['changes'] {
  return rows.flatMap((row) => {
    const difference = layerDifference.safeParse({ kind: row.kind, key: row.key, before: publishedBody(row) ?? null, after: row.body });
    if (!difference.success) return [];
    const { id, origin, updatedAt } = row;
    return [{ id, origin, difference: difference.data, author: nameOf(row.author), updatedAt: updatedAt.toISOString() }];
  });
}

export function versionSummary(
  { id, number, note, publishedBy, publishedAt, changes }: SemanticVersionRow,
  nameOf: NameOf,
): LayerVersionSummary {
  return { id, number, note, publishedBy: nameOf(publishedBy), publishedAt: publishedAt.toISOString(), changeCount: changes.length };
}

export function presentedVersion(version: SemanticVersionRow, nameOf: NameOf): LayerVersion {
  return { ...versionSummary(version, nameOf), differences: presentedDifferences(version.changes) };
}
