import { type TextEncoder, unitVector } from './text-encoder.ts';

const MOST_KEPT = 200;

/** Vectors of the last questions: one is searched for several times on its way to an answer. */
export function createQueryVectors() {
  const kept = new Map<string, Float32Array>();
  return { vectorOf };

  /** @throws when the encoder cannot, or not before the signal */
  async function vectorOf(encoder: TextEncoder, query: string, signal: AbortSignal): Promise<Float32Array> {
    const key = `${encoder.name} ${query}`;
    const known = kept.get(key);
    if (known) return known;
    const [values = []] = await encoder.encode([query], signal, 'question');
    const vector = unitVector(values);
    if (!vector) throw new Error('the encoder answered with no vector');
    kept.set(key, vector);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return vector;
  }
}
