import type { VerifiedQuestionRow } from '@majed-vanna/db';
import type { VerifiedPair } from '../semantics/knowledge.ts';

export function pairOf({ id, question, language, sql, asOf }: VerifiedQuestionRow): VerifiedPair {
  return { id, question, language, sql, asOf };
}
