import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatFigure } from '../../lib/format-cell.ts';
import { formatDuration } from '../../lib/format-quantity.ts';
import type { StepView } from './run-view.ts';

/** Details that are counted in words. */
const COUNTED = new Set(['tables', 'metrics']);
const NAMED = ['rows', 'columns', 'confidence', 'code', 'attempt', 'model', 'tool', 'calls', 'tokens'] as const;

/** How a step ended, as a person sees it: to find no meaning is a failed understanding, to find several is none yet. */
export function stepState({ step, state, detail }: StepView): StepView['state'] | 'asks' {
  if (step !== 'understand' || state !== 'done') return state;
  return detail.outcome === 'refuse' ? 'failed' : detail.outcome === 'ask' ? 'asks' : 'done';
}

/** What a step is called in the line and in the list. */
export function useStepWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return { short, title, details };

  function short(step: StepView): string {
    if (step.state !== 'done') return title(step);
    if (step.step === 'execute' && step.ms !== null) return t('answer.ranIn', { time: formatDuration(step.ms, language) });
    if (step.step === 'retrieve') return counts(step) || title(step);
    return title(step);
  }

  function title(step: StepView): string {
    const state = stepState(step);
    return state === 'asks' ? t('answer.severalMeanings') : t(`answer.step.${step.step}.${state}`);
  }

  function details(step: StepView): string[] {
    const named = NAMED.flatMap((name) => {
      const value = step.detail[name];
      return value === undefined
        ? []
        : [`${t(`answer.detailName.${name}`)}: ${typeof value === 'number' ? formatFigure(value, 'number', null, language) : value}`];
    });
    return [counts(step), ...named].filter((detail) => detail !== '');
  }

  function counts({ detail }: StepView): string {
    const parts = [...COUNTED].flatMap((name) => {
      const count = detail[name];
      return typeof count === 'number' && count > 0 ? [t(name === 'tables' ? 'answer.tables' : 'answer.metrics', { count })] : [];
    });
    return parts.join(language === 'ar' ? '، ' : ', ');
  }
}
