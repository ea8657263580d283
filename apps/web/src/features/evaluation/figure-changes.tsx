import type { EvaluationRun, EvaluationScores } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatDuration } from '../../lib/format-quantity.ts';
import { formatShare } from '../../lib/format-share.ts';
import { useCost } from './use-cost.ts';
import { isPartial } from './use-runs.ts';

const SHARES = ['accuracy', 'looseAccuracy', 'precision', 'coverage', 'restraint'] as const;
const NONE = '–';

interface FigureChangesProps {
  readonly before: EvaluationRun;
  readonly after: EvaluationRun;
}

/** The figures of two evaluations beside each other: how good, how fast, how dear. */
export function FigureChanges({ before, after }: FigureChangesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const costOf = useCost();
  const told = (run: EvaluationRun, write: (scores: EvaluationScores) => string) => (run.scores ? write(run.scores) : NONE);
  const row = (name: string, write: (scores: EvaluationScores, run: EvaluationRun) => string) => ({
    name,
    before: told(before, (scores) => write(scores, before)),
    after: told(after, (scores) => write(scores, after)),
  });
  const rows = [
    row(t('evaluation.results'), (_, { done }) => formatCount(done, language)),
    ...SHARES.map((share) =>
      row(t(`evaluation.${share}`), (scores, run) => (isPartial(run) ? NONE : formatShare(scores[share], language))),
    ),
    row(t('evaluation.latency'), ({ medianMs }) => (medianMs === null ? NONE : formatDuration(medianMs, language))),
    row(t('evaluation.cost'), (scores) => costOf(scores) ?? NONE),
  ].filter((one) => one.before !== NONE || one.after !== NONE);
  return (
    <table aria-label={t('evaluation.figures')} className="w-full border-b border-line text-s">
      <thead>
        <tr className="text-xs text-ink-3">
          <td className="px-4 pt-2.5" />
          <th scope="col" className="px-4 pt-2.5 text-end font-label">
            {t('evaluation.before')}
          </th>
          <th scope="col" className="px-4 pt-2.5 text-end font-label">
            {t('evaluation.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.name} className={one.before === one.after ? 'text-ink-2' : ''}>
            <th scope="row" className="px-4 py-1.5 text-start font-label">
              {one.name}
            </th>
            <td className="num px-4 py-1.5 text-end">{one.before}</td>
            <td className="num px-4 py-1.5 text-end">{one.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
