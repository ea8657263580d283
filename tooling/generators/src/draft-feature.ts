import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from './draft.ts';
import { type FeatureNames, featureNames } from './feature-names.ts';
import { contractDraft } from './rooms/contract.ts';
import { coreDraft } from './rooms/core.ts';
import { databaseDraft } from './rooms/database.ts';
import { serverDraft } from './rooms/server.ts';
import { webDraft } from './rooms/web.ts';

/** Everything a feature brings along, in the order in which it is built: from what crosses the wire to what is seen. */
export function draftFeature(root: string, name: string): { names: FeatureNames; draft: Draft } {
  const ids = readFileSync(join(root, 'packages/contract/src/ids.ts'), 'utf8');
  const taken = [...ids.matchAll(/prefixedId\('(\w+)'\)/g)].flatMap(([, prefix]) => prefix ?? []);
  const names = featureNames(name, taken);
  const rooms = [contractDraft, databaseDraft, coreDraft, serverDraft, webDraft].map((room) => room(names));
  return { names, draft: { files: rooms.flatMap(({ files }) => files), edits: rooms.flatMap(({ edits }) => edits) } };
}
