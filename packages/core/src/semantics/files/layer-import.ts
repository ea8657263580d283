import { because, type LayerDifference, type LayerImport, layerDifference, type SemanticEntryBody } from '@majed-vanna/contract';
import { type BodyProblem, canonicalKey, checkBody } from '../layer/check-body.ts';
import { type CheckedSource, checkStatementOf } from '../layer/check-statement-of.ts';
import { passTogether } from '../layer/check-together.ts';
import { type LayerView, nameOf } from '../layer/layer-view.ts';
import { sameBody } from '../layer/same-body.ts';

type Problem = LayerImport['problems'][number];
export type Place = Pick<Problem, 'line' | 'path'>;
export type NotImported = LayerImport['notImported'][number];

/** What a file says, with the place of each thing in it. */
export interface ReadLayer {
  readonly found: readonly { readonly entry: SemanticEntryBody; readonly place: Place }[];
  readonly problems: readonly Problem[];
  readonly notImported: readonly NotImported[];
}

interface ImportOptions {
  /** What is published and not in the file goes. */
  readonly replace: boolean;
  /** Leaves out what does not fit instead of refusing the whole file. */
  readonly lenient: boolean;
}

/** Holds a file against what is published: what would be another, and what does not fit the data. */
export async function compareImport(
  read: ReadLayer,
  view: LayerView,
  source: CheckedSource,
  { replace, lenient }: ImportOptions,
): Promise<Omit<LayerImport, 'applied'>> {
  const problems = [...read.problems];
  const notImported = [...read.notImported];
  const differences: LayerDifference[] = [];
  const named = new Set<string>();
  const found = read.found.map(({ entry: given, place }) => {
    const published = view.entries.get(nameOf(given));
    const canonical = canonicalKey(given, source.index);
    return { entry: { ...canonical, key: published?.row.key ?? canonical.key }, place, published };
  });
  await passTogether(
    found.flatMap(({ entry, published }) =>
      sameBody(published?.entry?.body, entry.body) || checkBody(entry, source.index).length > 0 ? [] : [entry],
    ),
    source,
  );
  for (const { entry, place, published } of found) {
    if (named.has(nameOf(entry))) {
      problems.push({ ...place, ...because('stands_twice') });
      continue;
    }
    named.add(nameOf(entry));
    if (published && sameBody(published.entry?.body, entry.body)) continue;
    const faults = await faultsOf(entry, source);
    const [first] = faults;
    if (first && lenient) notImported.push({ what: place.path, reason: `${first.path.replace(/^body\./, '')}: ${first.message}` });
    else if (first) problems.push(...faults.map((fault) => ({ ...fault, line: place.line, path: joined(place.path, fault.path) })));
    else differences.push(differenceOf(entry, published?.entry?.body ?? null, entry.body));
  }
  if (replace && problems.length === 0)
    for (const [name, { row, entry }] of view.entries) if (entry && !named.has(name)) differences.push(differenceOf(row, entry.body, null));
  return { differences, problems, notImported };
}

async function faultsOf(entry: SemanticEntryBody, source: CheckedSource): Promise<BodyProblem[]> {
  const faults = checkBody(entry, source.index);
  return faults.length > 0 ? faults : checkStatementOf(entry, source);
}

function differenceOf({ kind, key }: Pick<SemanticEntryBody, 'kind' | 'key'>, before: unknown, after: unknown): LayerDifference {
  return layerDifference.parse({ kind, key, before, after });
}

const joined = (place: string, fault: string) => [place, fault.replace(/^(body|key)\.?/, '')].filter(Boolean).join('.');
