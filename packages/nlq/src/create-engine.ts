import type { Language } from '@majed-vanna/contract';
import { leavesFigureOpen, questionsByFigure } from './answer/ask-figure.ts';
import { asksForHelp } from './answer/asks-for-help.ts';
import { asksToChange } from './answer/asks-to-change.ts';
import { differenceOf, labelOf } from './answer/clarify.ts';
import { lostWords } from './answer/lost-words.ts';
import { PHRASES } from './answer/phrases.ts';
import { markQuestion, mayMeanCommon, mayTrailLast } from './answer/scope.ts';
import { severalFit } from './answer/several-fit.ts';
import { candidateQuestions, thingsIn } from './answer/suggest-questions.ts';
import { SIDE_BY_SIDE } from './assemble/doubtful.ts';
import { withComputedColumns } from './computed-columns.ts';
import type { Engine, EngineOptions, Interpretation, QuestionContext, Reading } from './engine.ts';
import { outputsOf } from './explain/outputs.ts';
import { understoodParts } from './explain/understood.ts';
import { valuesIn } from './lexicon/values-in.ts';
import { asksMedian, namesNothing } from './parse/frame.ts';
import type { QueryPlan } from './plan.ts';
import { createReader, type QuestionReadings, type WeighedDraft } from './reader.ts';
import { sqlDialect } from './render/dialects.ts';
import { renderSql } from './render/render-sql.ts';
import type { SemanticModel } from './semantic-model.ts';

/** Readings at least this sure are answered. */
const ANSWER_FROM = 0.62;
/** Below this a reading is not worth offering. */
const OFFER_FROM = 0.3;
/** Two readings closer than this are a tie. */
const TIE = 0.04;
const MOST_OPTIONS = 4;
const SUGGEST_FROM = 0.65;
/** Suggestions are checked by reading them; this many are tried at most. */
const MOST_TRIES = 60;
/** A refusal must not take long. */
const MOST_TRIES_WHEN_REFUSED = 12;
const FEW_SUGGESTIONS = 3;
const THINGS_NAMED = 6;
const FOLLOW_UP_CONFIDENCE = 0.85;
const UNREAD_COST = 0.25;

/** Prepares a model; the engine then interprets questions without touching anything outside. */
export function createEngine(described: SemanticModel, options: EngineOptions = {}): Engine {
  const model = withComputedColumns(described);
  const reader = createReader(model, options);
  const { prepared } = reader.parts;
  return {
    interpret,
    leaning: (question) => reader.read(question, { today: SOME_DAY }).leaning,
    suggest: (language, count) => suggestions(language, count),
    values: (text) => valuesIn(text, prepared, reader.parts.values),
  };

  function interpret(question: string, context: QuestionContext): Interpretation {
    const read = understand(question, context);
    // Behind an answer, "remove Riyadh" is said of it.
    if (context.previousPlan === undefined && asksToChange(question)) return changesNothing(read.language);
    return read.kind === 'refuse' && asksForHelp(question) ? (help(context, read.language) ?? read) : read;
  }

  function understand(question: string, context: QuestionContext): Interpretation {
    const readings = reader.read(question, context);
    const { language, drafts, followUp } = readings;
    const [best] = drafts;
    if (followUp !== null) {
      const confidence = Math.max(0, FOLLOW_UP_CONFIDENCE - UNREAD_COST * followUp.unread.length);
      if (confidence >= ANSWER_FROM)
        return { kind: 'answer', language, reading: readingOf(followUp.plan, confidence, language), goesOn: true };
    }
    const about = readings.about === null ? null : askAbout(readings.about, context, language);
    if (about !== null) return about;
    if (best === undefined || leavesFigureOpen(readings.frame)) return askFigure(question, context, readings) ?? refuse(readings);
    if (lostWords(best, language).length > 0) return refuse(readings);
    const asked =
      best.confidence >= OFFER_FROM && readings.scope === null
        ? (askScope(question, context, readings) ?? clarify(question, context, readings))
        : null;
    if (asked !== null) return asked;
    return best.confidence >= ANSWER_FROM
      ? { kind: 'answer', language, reading: readingOf(best.assembled.plan, best.confidence, language), goesOn: false }
      : refuse(readings);
  }

  function changesNothing(language: Language): Interpretation {
    return {
      kind: 'refuse',
      language,
      reason: PHRASES[language].onlyReads,
      unknownWords: [],
      suggestions: suggestions(language, FEW_SUGGESTIONS),
    };
  }

  /** "what can I ask?" */
  function help(context: QuestionContext, language: Language): Interpretation | null {
    const offered = suggestions(language, MOST_OPTIONS).flatMap((asked) => {
      const [draft] = reader.read(asked, context).drafts;
      return draft === undefined ? [] : [{ ...readingOf(draft.assembled.plan, draft.confidence, language), label: asked, question: asked }];
    });
    const prompt = PHRASES[language].help(thingsIn(prepared, language, THINGS_NAMED));
    return offered.length === 0 ? null : { kind: 'ask', language, prompt, readings: offered, offersOnly: true };
  }

  /** "what about customers?" behind sales: how many, or sales by customer? */
  function askAbout(things: string, context: QuestionContext, language: Language): Interpretation | null {
    const offered = PHRASES[language].about(things).flatMap((asked) => {
      const { followUp } = reader.read(asked.question, context);
      return followUp === null || followUp.unread.length > 0
        ? []
        : [{ ...readingOf(followUp.plan, FOLLOW_UP_CONFIDENCE, language), ...asked }];
    });
    return offered.length < 2 ? null : { kind: 'ask', language, prompt: PHRASES[language].whichOne(things), readings: offered };
  }

  /** "the top 3 products", by which figure? */
  function askFigure(question: string, context: QuestionContext, { frame, language }: QuestionReadings): Interpretation | null {
    if (!leavesFigureOpen(frame)) return null;
    const offered: (Reading & { label: string; question: string })[] = [];
    for (const asked of questionsByFigure(question, model, language)) {
      const [draft] = reader.read(asked.question, context).drafts;
      if (draft !== undefined && draft.confidence >= ANSWER_FROM)
        offered.push({ ...readingOf(draft.assembled.plan, draft.confidence, language), ...asked });
      if (offered.length === MOST_OPTIONS) break;
    }
    return offered.length < 2 ? null : { kind: 'ask', language, prompt: PHRASES[language].whichFigure, readings: offered };
  }

  /** What "each" or a trailing condition covers is asked, when the words leave it open. */
  function askScope(question: string, context: QuestionContext, { drafts, language }: QuestionReadings): Interpretation | null {
    const [best] = drafts;
    if (best === undefined) return null;
    const choices = mayTrailLast(best) ? (['all', 'last'] as const) : mayMeanCommon(best) ? (['each', 'common'] as const) : [];
    const offered = choices.flatMap((scope) => {
      const asked = markQuestion(question, scope, language);
      const draft = reader.read(asked, context).drafts[0];
      return draft === undefined
        ? []
        : [{ ...readingOf(draft.assembled.plan, draft.confidence, language), label: PHRASES[language].scopes[scope], question: asked }];
    });
    return offered.length < 2 || offered[0]?.sql === offered[1]?.sql
      ? null
      : { kind: 'ask', language, prompt: PHRASES[language].whichReading, readings: offered };
  }

  /** Close readings that differ in what one word means become a choice, when asking again with plain words settles it. */
  function clarify(question: string, context: QuestionContext, { drafts, language }: QuestionReadings): Interpretation | null {
    const [best, ...others] = drafts;
    if (best === undefined) return null;
    const several = severalFit(best, others, prepared);
    const tied =
      best.features.margin >= TIE || best.confidence >= SUGGEST_FROM
        ? []
        : others.filter((draft) => best.resolution.score - draft.resolution.score < TIE && differenceOf(best, draft) !== null);
    const rivals = (several?.rivals ?? tied).slice(0, MOST_OPTIONS - 1);
    const [rival] = rivals;
    const mention = several?.mention ?? (rival === undefined ? null : differenceOf(best, rival));
    if (mention === null) return null;
    const offered = [best, ...rivals].flatMap((draft) => option(draft, mention.id, mention.text, question, context, language));
    if (offered.length < 2) return null;
    return { kind: 'ask', language, prompt: PHRASES[language].whichOne(mention.text), readings: offered };
  }

  function option(draft: WeighedDraft, mentionId: number, text: string, question: string, context: QuestionContext, language: Language) {
    const chosen = draft.resolution.chosen.get(mentionId);
    if (chosen === undefined || !question.includes(text)) return [];
    const { label, wordings } = labelOf(chosen, prepared, language);
    for (const words of wordings) {
      const asked = question.replace(text, words);
      const again = reader.read(asked, context).drafts[0];
      if (again !== undefined && JSON.stringify(again.assembled.plan) === JSON.stringify(draft.assembled.plan))
        return [{ ...readingOf(draft.assembled.plan, draft.confidence, language), label, question: asked }];
    }
    return [];
  }

  function refuse({ language, frame, drafts, obstacle }: QuestionReadings): Interpretation {
    const unknownWords = [...new Set(frame.unread)];
    const about = new Set([...(drafts[0]?.resolution.chosen.values() ?? [])].map((chosen) => chosen.ref.table));
    const phrases = PHRASES[language];
    const noMedian = asksMedian(frame) && !sqlDialect(model.dialect).hasMedian;
    const reason = noMedian
      ? phrases.noMedian
      : unknownWords.length > 0
        ? phrases.unknownWords(unknownWords)
        : obstacle !== null || drafts[0]?.doubts.includes(SIDE_BY_SIDE)
          ? phrases.obstacles[obstacle ?? 'doubled']
          : drafts.length === 0 && namesNothing(frame)
            ? phrases.nothingAsked
            : phrases.unsure;
    return { kind: 'refuse', language, reason, unknownWords, suggestions: suggestions(language, FEW_SUGGESTIONS, about) };
  }

  function suggestions(language: Language, count: number, about?: ReadonlySet<number>): string[] {
    const found: string[] = [];
    let tries = 0;
    for (const question of candidateQuestions(prepared, language, about)) {
      if (found.length >= count || ++tries > (about === undefined ? MOST_TRIES : MOST_TRIES_WHEN_REFUSED)) break;
      const [best] = reader.read(question, { today: SOME_DAY }).drafts;
      if (best !== undefined && best.confidence >= SUGGEST_FROM && !found.includes(question)) found.push(question);
    }
    return found;
  }

  function readingOf(plan: QueryPlan, confidence: number, language: Language): Reading {
    return {
      plan,
      sql: renderSql(plan, model),
      dialect: model.dialect,
      confidence,
      understood: understoodParts(plan, model, language),
      outputs: outputsOf(plan, model, language),
    };
  }
}

/** Suggestions speak of no period, so any day does. */
const SOME_DAY = '2025-01-01';
