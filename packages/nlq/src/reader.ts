import type { Language } from '@majed-vanna/contract';
import { trailLast, unmarkQuestion } from './answer/scope.ts';
import type { EngineOptions, QuestionContext } from './engine.ts';
import { openAbout } from './follow-up/asked-change.ts';
import { followUpPlan } from './follow-up/follow-up.ts';
import { type Leaning, leaningOf, looksLikeFollowUp } from './follow-up/leaning.ts';
import { createJoinGraph } from './join/join-graph.ts';
import { createKindOfName } from './lexicon/create-kind-of-name.ts';
import { createLexicon } from './lexicon/lexicon.ts';
import { prepareModel } from './lexicon/prepared-model.ts';
import { stemOf } from './lexicon/stem.ts';
import { createValueIndex } from './lexicon/value-index.ts';
import { normalise } from './normalise.ts';
import type { Frame } from './parse/frame.ts';
import { createMentionFactory } from './parse/mention.ts';
import { spokenPeriods } from './parse/spoken-periods.ts';
import type { QueryPlan } from './plan.ts';
import { confidenceOf } from './rank/confidence.ts';
import { type Features, featuresOf } from './rank/features.ts';
import { meansTheSame } from './rank/same-meaning.ts';
import { type Draft, type Obstacle, type Parts, readQuestion, type ScopeChoice } from './read-question.ts';
import type { SemanticModel } from './semantic-model.ts';

/** A person chose this reading, so it is answered. */
const SETTLED_CONFIDENCE = 0.75;

/** A reading with how sure it is. */
export interface WeighedDraft extends Draft {
  readonly features: Features;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
}

export interface QuestionReadings {
  readonly language: Language;
  readonly frame: Frame;
  readonly obstacle: Obstacle | null;
  /** What the person chose when asked, said in the question itself. */
  readonly scope: ScopeChoice | null;
  /** Whether the words can be read without what was asked before. */
  readonly leaning: Leaning;
  /** Best first. */
  readonly drafts: readonly WeighedDraft[];
  /** The plan before with what these words change; null when they ask something of their own. */
  readonly followUp: { readonly plan: QueryPlan; readonly unread: readonly string[] } | null;
  /** What "what about customers?" is about, where it may be counted or broken down by. */
  readonly about: string | null;
}

export interface Reader {
  readonly parts: Parts;
  read(question: string, context: QuestionContext): QuestionReadings;
}

/** Lexicon, value index and join graph of a model, built once; questions are then read against them. */
export function createReader(model: SemanticModel, options: EngineOptions = {}): Reader {
  const prepared = prepareModel(model);
  const lexicon = createLexicon(prepared, options.thesaurus);
  const parts: Parts = {
    prepared,
    lexicon,
    values: createValueIndex(prepared),
    graph: createJoinGraph(prepared),
    mentions: createMentionFactory(prepared, lexicon),
  };
  const kindOf = createKindOfName(lexicon, prepared);
  return { parts, read };

  function read(asked: string, context: QuestionContext): QuestionReadings {
    const { text: question, scope } = unmarkQuestion(asked);
    const { language, tokens } = normalise(question, {
      knows: (word) => lexicon.knows(stemOf(word)),
      isValue: (phrase) => parts.values.find([phrase])[0]?.score === 1,
      kindOf,
    });
    const { drafts, frame, obstacle } = readQuestion(tokens, parts, spokenPeriods(tokens, question, context.today), language, scope);
    const weighed = drafts.map((draft, index) => {
      const rival = drafts.slice(index + 1).find((other) => !meansTheSame(draft, other, prepared));
      const features = featuresOf(draft, rival);
      const confidence = confidenceOf(features);
      const trailing = scope === 'last' ? trailLast(draft.assembled.plan) : null;
      return {
        ...draft,
        features,
        confidence: scope === null ? confidence : Math.max(confidence, SETTLED_CONFIDENCE),
        ...(trailing === null ? {} : { assembled: { ...draft.assembled, plan: trailing } }),
      };
    });
    const followUp =
      context.previousPlan !== undefined && looksLikeFollowUp(tokens, frame)
        ? followUpPlan(tokens, frame, context.previousPlan, parts, language)
        : null;
    const about = context.previousPlan !== undefined && followUp === null ? openAbout(tokens, frame) : null;
    return { language, frame, scope, obstacle, leaning: leaningOf(tokens, frame), drafts: weighed, followUp, about };
  }
}
