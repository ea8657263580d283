import type { Language } from '@majed-vanna/contract';
import type { Engine, EngineOptions, Interpretation, QuestionContext, Reading } from './engine.ts';
import { outputsOf } from './explain/outputs.ts';
import { understoodParts } from './explain/understood.ts';
import { createJoinGraph } from './join/join-graph.ts';
import { createLexicon } from './lexicon/lexicon.ts';
import { prepareModel } from './lexicon/prepared-model.ts';
import { stemOf } from './lexicon/stem.ts';
import { createValueIndex } from './lexicon/value-index.ts';
import { createMentionFactory } from './parse/mention.ts';
import { normalise } from './normalise.ts';
import { spokenPeriods } from './parse/spoken-periods.ts';
import { confidenceOf } from './rank/confidence.ts';
import { type Draft, type Parts, readQuestion } from './read-question.ts';
import { renderSql } from './render/render-sql.ts';
import type { SemanticModel } from './semantic-model.ts';

/** Readings this sure are answered without asking. */
const ANSWER_FROM = 0.5;

/** Prepares a model; the engine then interprets questions without touching anything outside. */
export function createEngine(model: SemanticModel, options: EngineOptions = {}): Engine {
  const prepared = prepareModel(model);
  const lexicon = createLexicon(prepared, options.thesaurus);
  const parts: Parts = { prepared, lexicon, values: createValueIndex(prepared), graph: createJoinGraph(prepared), mentions: createMentionFactory(prepared, lexicon) };
  return { interpret, suggest: () => [] };

  function interpret(question: string, context: QuestionContext): Interpretation {
    const { language, tokens } = normalise(question, { knows: (word) => lexicon.knows(stemOf(word)) });
    const { drafts, frame } = readQuestion(tokens, parts, spokenPeriods(tokens, question, context.today));
    const [best] = drafts;
    if (best === undefined) return { kind: 'refuse', language, reason: 'not understood', unknownWords: frame.unread, suggestions: [] };
    const reading = readingOf(best, language);
    if (reading.confidence < ANSWER_FROM) return { kind: 'refuse', language, reason: `not sure ${reading.confidence.toFixed(2)} ${reading.sql}`, unknownWords: frame.unread, suggestions: [], best: reading } as Interpretation;
    return { kind: 'answer', language, reading, why: `unread=${frame.unread.join('|')} doubts=${best.doubts.join('|')} q=${best.resolution.quality.toFixed(2)} w=${best.resolution.weakest.toFixed(2)}` } as Interpretation;
  }

  function readingOf(draft: Draft, language: Language): Reading {
    const { plan } = draft.assembled;
    return { plan, sql: renderSql(plan, model), dialect: model.dialect, confidence: confidenceOf(draft), understood: understoodParts(plan, model, language), outputs: outputsOf(plan, model, language) };
  }
}
