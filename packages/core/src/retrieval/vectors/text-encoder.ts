/** Whether a question is encoded or what it is compared with: they are paid for by different people. */
export type EncodingPurpose = 'question' | 'index';

/** Turns texts into vectors whose angle tells how near their meanings are. */
export interface TextEncoder {
  /** Vectors of encoders of different names cannot be compared. */
  readonly name: string;
  /** Texts that are encoded at once. */
  readonly batchSize: number;
  /** One vector per text, in their order. @throws when it cannot */
  encode(texts: readonly string[], signal: AbortSignal, purpose: EncodingPurpose): Promise<readonly (readonly number[])[]>;
}

/** A text to encode. */
export interface EncodableItem {
  readonly id: string;
  readonly text: string;
  /** Of the text: tells whether it must be encoded again. */
  readonly hash: string;
}

/** Of length 1, so that the cosine of two is their product; null when it is no direction at all. */
export function unitVector(values: readonly number[] | Float32Array): Float32Array | null {
  const length = Math.hypot(...values);
  return Number.isFinite(length) && length > 0 ? Float32Array.from(values, (value) => value / length) : null;
}
