/** One part of a statement that differs, as text. */
export interface ChangedPart {
  /** Its place in the body, e.g. `words.en` or `values.C`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Part = string | readonly string[];

/** What differs between two statements, in the order of the newer one. A part that is empty on both sides does not. */
export function changedParts(before: unknown, after: unknown): ChangedPart[] {
  const [old, young] = [partsOf(before), partsOf(after)];
  const paths = new Set([...young.keys(), ...old.keys()]);
  return [...paths].flatMap((path) => difference(path, old.get(path) ?? null, young.get(path) ?? null) ?? []);
}

function difference(path: string, before: Part | null, after: Part | null): ChangedPart | null {
  const [old, young] = [asText(before), asText(after)];
  if (old === young) return null;
  if (!Array.isArray(before) || !Array.isArray(after)) return { path, before: old, after: young };
  const gone = before.filter((word) => !after.includes(word));
  const came = after.filter((word) => !before.includes(word));
  // The first word is the name: another one is told whole, like another order.
  if (before[0] !== after[0] || gone.length + came.length === 0) return { path, before: old, after: young };
  return { path, before: asText(gone), after: asText(came) };
}

function asText(part: Part | null): string | null {
  if (part === null || part.length === 0) return null;
  return typeof part === 'string' ? part : part.join(' · ');
}

function partsOf(value: unknown, path = ''): Map<string, Part> {
  if (value === null || value === undefined || value === '' || value === false) return new Map();
  if (Array.isArray(value)) return new Map([[path, value.map(String)]]);
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([name, part]) => [...partsOf(part, path === '' ? name : `${path}.${name}`)]));
}
