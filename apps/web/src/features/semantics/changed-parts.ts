/** One part of a statement that differs, as text. */
export interface ChangedPart {
  /** Its place in the body, e.g. `words.en` or `values.C`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two statements, in the order of the newer one. A part that is empty on both sides does not. */
export function changedParts(before: unknown, after: unknown): ChangedPart[] {
  const [old, young] = [partsOf(before), partsOf(after)];
  const paths = new Set([...young.keys(), ...old.keys()]);
  return [...paths]
    .map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
    .filter((part) => part.before !== part.after);
}

function partsOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map();
  if (Array.isArray(value)) return value.length === 0 ? new Map() : new Map([[path, value.map(String).join(' · ')]]);
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([name, part]) => [...partsOf(part, path === '' ? name : `${path}.${name}`)]));
}
