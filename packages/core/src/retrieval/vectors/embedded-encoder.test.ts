import { expect, onTestFinished, test } from 'vitest';
import { createEmbeddedEncoder } from './embedded-encoder.ts';
import { unitVector } from './text-encoder.ts';

function encoder() {
  const made = createEmbeddedEncoder();
  onTestFinished(() => made.close());
  return made;
}

test('texts of like meaning point in like directions, without a word in common', async () => {
  const { encode } = encoder();
  const vectors = (await encode(['vocalist', 'singer', 'airport'], new AbortController().signal)).map((each) => unitVector(each) ?? []);
  const near = (a: number, b: number) => [...(vectors[a] ?? [])].reduce((sum, value, at) => sum + value * (vectors[b]?.[at] ?? 0), 0);
  expect(near(0, 1)).toBeGreaterThan(near(0, 2) + 0.1);
  expect(near(1, 1)).toBeCloseTo(1);
});

test('whoever stops waiting is told so at once, and the next text is encoded', async () => {
  const { encode } = encoder();
  const stop = new AbortController();
  const stopped = encode(['orders'], stop.signal);
  stop.abort(new Error('no longer wanted'));
  await expect(stopped).rejects.toThrow('no longer wanted');
  await expect(encode(['orders'], stop.signal)).rejects.toThrow('no longer wanted');
  expect(await encode(['orders'], new AbortController().signal)).toHaveLength(1);
});

test('an encoder that was closed fails those who wait, and starts again for the next', async () => {
  const made = encoder();
  const waiting = made.encode(['orders'], new AbortController().signal);
  await Promise.all([expect(waiting).rejects.toThrow('stopped'), made.close()]);
  expect(await made.encode(['orders'], new AbortController().signal)).toHaveLength(1);
});
