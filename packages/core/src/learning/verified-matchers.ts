import { createVerifiedMatcher, type VerifiedMatcher } from '@majed-vanna/nlq';
import type { VerifiedPair } from '../semantics/knowledge.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { writtenStatement } from './written-statement.ts';

const made = new WeakMap<readonly VerifiedPair[], VerifiedMatcher>();

/** Made once for each state of what is confirmed. */
export function verifiedMatcher({ knowledge, engine, model }: Pick<SourceSemantics, 'knowledge' | 'engine' | 'model'>): VerifiedMatcher {
  const known = made.get(knowledge.verified);
  if (known) return known;
  const statements = knowledge.verified.flatMap((pair) => writtenStatement(pair, model.dialect) ?? []);
  const matcher = createVerifiedMatcher(statements, engine.values);
  made.set(knowledge.verified, matcher);
  return matcher;
}
