import { type EvaluationRun, isGoodVerdict, verdict } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/ui/figure.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatDuration } from '../../lib/format-quantity.ts';
import { formatShare } from '../../lib/format-share.ts';
import { useCost } from './use-cost.ts';
import { isPartial } from './use-runs.ts';

/** What an evaluation says as a whole. */
export function ScoreFigures({ run }: { readonly run: EvaluationRun }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const costOf = useCost();
  const { scores } = run;
  if (!scores) return null;
  const good = verdict.options.filter(isGoodVerdict).reduce((sum, one) => sum + (scores.counts[one] ?? 0), 0);
  const note = { good: formatCount(good, language), total: formatCount(run.done, language) };
  const partial = isPartial(run);
  const tokens = scores.inputTokens + scores.outputTokens;
  const cost = costOf(scores);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure name={t('evaluation.accuracy')} note={t('evaluation.accuracyNote', note)}>
        {partial ? t('evaluation.partialShare', note) : formatShare(scores.accuracy, language)}
      </Figure>
      {!partial && (
        <>
          <Figure name={t('evaluation.looseAccuracy')} note={t('evaluation.looseAccuracyNote')}>
            {formatShare(scores.looseAccuracy, language)}
          </Figure>
          <Figure name={t('evaluation.precision')} note={t('evaluation.precisionNote')}>
            {formatShare(scores.precision, language)}
          </Figure>
          <Figure name={t('evaluation.coverage')} note={t('evaluation.coverageNote')}>
            {formatShare(scores.coverage, language)}
          </Figure>
        </>
      )}
      {!partial && scores.restraint !== null && (
        <Figure name={t('evaluation.restraint')} note={t('evaluation.restraintNote')}>
          {formatShare(scores.restraint, language)}
        </Figure>
      )}
      <Figure name={t('evaluation.latency')} note={t('evaluation.latencyNote')}>
        {scores.medianMs === null ? '–' : formatDuration(scores.medianMs, language)}
      </Figure>
      {run.model !== null && scores.byModel !== null && (
        <Figure name={t('evaluation.byModel')} note={t('evaluation.byModelNote')}>
          {t('evaluation.partialShare', { good: formatCount(scores.byModel, language), total: note.total })}
        </Figure>
      )}
      {cost !== null && (
        <Figure name={t('evaluation.cost')} note={t('evaluation.costNote', { tokens: formatCount(tokens, language) })}>
          {cost}
        </Figure>
      )}
    </dl>
  );
}
