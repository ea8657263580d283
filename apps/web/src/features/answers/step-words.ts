import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatDuration } from '../../lib/format-quantity.ts';
import type { StepView } from './run-view.ts';

/** Details that `short` and the time column say already. */
const SPOKEN = new Set(['tables', 'metrics']);

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
    return t(`answer.step.${step.step}.${step.state}`);
  }

  function details(step: StepView): string[] {
    const rest = Object.entries(step.detail).filter(([name, value]) => !(SPOKEN.has(name) && typeof value === 'number') && value !== '');
    const spoken = counts(step);
    return [...(spoken ? [spoken] : []), ...rest.map(([name, value]) => `${name}: ${value}`)];
  }

  function counts({ detail }: StepView): string {
    const parts = [
      typeof detail.tables === 'number' && detail.tables > 0 ? t('answer.tables', { count: detail.tables }) : null,
      typeof detail.metrics === 'number' && detail.metrics > 0 ? t('answer.metrics', { count: detail.metrics }) : null,
    ].filter((part) => part !== null);
    return parts.join(language === 'ar' ? '، ' : ', ');
  }
}
