import type { EvaluationScores } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatFigure } from '../../lib/format-cell.ts';
import { trpc } from '../../lib/trpc.ts';

/** What an evaluation cost, in words; null where no model was asked. */
export function useCost(): (scores: EvaluationScores) => string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const currency = trpc.models.quotas.useQuery(undefined, { staleTime: 300_000 }).data?.currency ?? null;
  return ({ cost, inputTokens, outputTokens }) => {
    if (inputTokens + outputTokens === 0) return null;
    return cost === null || currency === null ? t('evaluation.unknown') : formatFigure(cost, 'currency', currency, language);
  };
}
