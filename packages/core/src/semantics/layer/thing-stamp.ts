import { createHash } from 'node:crypto';
import { canonicalJson } from './same-body.ts';

/** Tells the states of a thing apart: the publications of its entry, and what waits. Empty while it is neither. */
export function thingStamp(published: { readonly version: number } | undefined, waiting: { readonly body: unknown } | undefined): string {
  if (!waiting) return published ? `${published.version}` : '';
  return `${published?.version ?? 0}.${createHash('sha256').update(canonicalJson(waiting.body)).digest('base64url').slice(0, 22)}`;
}
