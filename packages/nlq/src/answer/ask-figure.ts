import type { Language } from '@majed-vanna/contract';
import { splitIdentifier } from '../lexicon/names.ts';
import type { Frame } from '../parse/frame.ts';
import { BY_WHAT } from '../parse/parse-frame.ts';
import type { SemanticModel } from '../semantic-model.ts';
import { leadingMetrics } from './leading-metrics.ts';

/** "the top 3 products" leaves open what they are ranked by. */
export function leavesFigureOpen(frame: Frame): boolean {
  return frame.doubts.includes(BY_WHAT) && frame.unread.length === 0;
}

/** The same question with each figure of the company said at its end, those that matter first. */
export function questionsByFigure(question: string, { metrics }: SemanticModel, language: Language): { label: string; question: string }[] {
  const plain = question.trim().replace(/[?؟.!]+$/, '');
  return leadingMetrics(metrics).map(({ name, words }) => {
    const label = words[language]?.[0] ?? splitIdentifier(name).join(' ');
    return { label, question: `${plain} ${BY[language]} ${label}` };
  });
}

const BY: Readonly<Record<Language, string>> = { en: 'by', ar: 'حسب' };
