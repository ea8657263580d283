import type { Features } from './features.ts';

const UNREAD = 0.35;
const VERB = 0.08;
const DOUBT = 0.5;

/** How likely the reading is right, from what was left over and how well the rest was linked. */
export function confidenceOf({ quality, weakest, unread, verbs, doubts }: Features): number {
  const penalty = UNREAD * unread + VERB * verbs + DOUBT * doubts;
  return Math.max(0, Math.min(1, (0.4 * quality + 0.6 * weakest) * Math.exp(-penalty)));
}
