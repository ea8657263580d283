import { OWN_NAME } from '../lexicon/lexicon.ts';
import { FEATURE_NAMES, type Features } from './features.ts';

/** Weights of a logistic regression over questions with known answers; see `Features` for what each figure says. */
const BIAS = -1.64;
const WEIGHTS: Readonly<Features> = {
  quality: 1.14,
  weakest: 1.58,
  unread: -0.35,
  unreadShare: -1.94,
  verbs: -0.53,
  doubts: -1.24,
  joins: -0.42,
  margin: 2.2,
  subqueries: -0.75,
  ties: -1.12,
  misspelt: 0.3,
  length: -0.42,
  superlatives: -0.24,
  negations: 0.3,
  keyShown: -1.16,
  nothingAsked: -2.04,
};

/** How likely the reading is right: among answers given with 0.7, seven in ten are. */
export function confidenceOf(features: Features): number {
  let sum = BIAS;
  for (const name of FEATURE_NAMES) sum += features[name] * WEIGHTS[name];
  const likely = 1 / (1 + Math.exp(-sum));
  return isPlain(features) ? Math.max(likely, PLAIN_CONFIDENCE) : likely;
}

/** Every word was read, each names its thing exactly, and nothing else could be meant: joins then say little against it. */
function isPlain({ weakest, unread, verbs, doubts, misspelt, margin, ties, keyShown, nothingAsked }: Features): boolean {
  return weakest >= OWN_NAME && unread + verbs + doubts + misspelt + ties + keyShown + nothingAsked === 0 && margin >= CLEAR_MARGIN;
}

const CLEAR_MARGIN = 0.03;
const PLAIN_CONFIDENCE = 0.7;
