import type { Draft } from '../read-question.ts';

/** How likely the reading is right, from what was left over and how well the rest was linked. */
export function confidenceOf(draft: Draft): number {
  const { frame, resolution, doubts } = draft;
  const penalty = 0.35 * frame.unread.length + 0.08 * frame.verbs.length + 0.5 * doubts.length;
  return Math.max(0, Math.min(1, (0.4 * resolution.quality + 0.6 * resolution.weakest) * Math.exp(-penalty)));
}
