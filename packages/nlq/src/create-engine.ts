import type { Language } from '@majed-vanna/contract';
import type { Engine, EngineOptions, Interpretation, QuestionContext, Reading } from './engine.ts';
import { outputsOf } from './explain/outputs.ts';
import { understoodParts } from './explain/understood.ts';
import { createReader, type WeighedDraft } from './reader.ts';
import { renderSql } from './render/render-sql.ts';
import type { SemanticModel } from './semantic-model.ts';

/** Readings this sure are answered without asking. */
const ANSWER_FROM = 0.5;

/** Prepares a model; the engine then interprets questions without touching anything outside. */
export function createEngine(model: SemanticModel, options: EngineOptions = {}): Engine {
  const reader = createReader(model, options);
  return { interpret, suggest: () => [] };

  function interpret(question: string, context: QuestionContext): Interpretation {
    const { language, drafts, frame } = reader.read(question, context);
    const [best] = drafts;
    if (best === undefined) return { kind: 'refuse', language, reason: 'not understood', unknownWords: frame.unread, suggestions: [] };
    const reading = readingOf(best, language);
    if (reading.confidence < ANSWER_FROM) return { kind: 'refuse', language, reason: 'not sure', unknownWords: frame.unread, suggestions: [] };
    return { kind: 'answer', language, reading };
  }

  function readingOf(draft: WeighedDraft, language: Language): Reading {
    const { plan } = draft.assembled;
    return { plan, sql: renderSql(plan, model), dialect: model.dialect, confidence: draft.confidence, understood: understoodParts(plan, model, language), outputs: outputsOf(plan, model, language) };
  }
}
