import type { Features } from './features.ts';

/** Weights of a logistic regression over questions with known answers; see `Features` for what each figure says. */
const BIAS = -1.99;
const WEIGHTS: Readonly<Features> = {
  quality: 1.48,
  weakest: 1.62,
  unread: -0.48,
  unreadShare: -1.71,
  verbs: -0.54,
  doubts: -1.61,
  joins: -0.39,
  margin: 2.38,
  subqueries: -0.71,
  ties: -0.9,
  misspelt: 0.4,
  length: -0.47,
  superlatives: -0.41,
  negations: 0.39,
  keyShown: -1.58,
  nothingAsked: -2.11,
};

/** How likely the reading is right: among answers given with 0.7, seven in ten are. */
export function confidenceOf(features: Features): number {
  let sum = BIAS;
  for (const [name, value] of Object.entries(features)) sum += value * (WEIGHTS[name as keyof Features] ?? 0);
  const likely = 1 / (1 + Math.exp(-sum));
  return isPlain(features) ? Math.max(likely, PLAIN_CONFIDENCE) : likely;
}

/** Every word was read, each names its thing exactly, and nothing else could be meant: joins then say little against it. */
function isPlain({ weakest, unread, verbs, doubts, misspelt, margin, ties, keyShown, nothingAsked }: Features): boolean {
  return weakest >= EXACT && unread + verbs + doubts + misspelt + ties + keyShown + nothingAsked === 0 && margin >= CLEAR_MARGIN;
}

const EXACT = 0.97;
const CLEAR_MARGIN = 0.03;
const PLAIN_CONFIDENCE = 0.7;
