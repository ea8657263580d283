import type { Draft } from '../read-question.ts';

const UNREAD = 0.75;
const VERB = 0.1;
const DOUBT = 0.9;

/** How likely the reading is right, from what was left over and how well the rest was linked. */
export function confidenceOf(draft: Draft): number {
  const { frame, resolution, doubts } = draft;
  const penalty = UNREAD * frame.unread.length + VERB * frame.verbs.length + DOUBT * doubts.length;
  return Math.max(0, Math.min(1, (0.4 * resolution.quality + 0.6 * resolution.weakest) * Math.exp(-penalty)));
}
