/** Paths of what stands in `given` and was not taken over into `taken`: misspelt, or in the wrong place. */
export function unknownKeys(given: unknown, taken: unknown): string[][] {
  if (Array.isArray(given)) return given.flatMap((item, i) => below(String(i), item, Array.isArray(taken) ? taken[i] : undefined));
  if (!isRecord(given)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (!isRecord(taken) || !(key in taken)) return [[key]];
    return below(key, value, taken[key]);
  });
}

const below = (key: string, given: unknown, taken: unknown) => unknownKeys(given, taken).map((path) => [key, ...path]);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
