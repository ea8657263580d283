import type { RunId } from '@majed-vanna/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartHandle } from '../../components/chart/chart-view.tsx';
import { Button } from '../../components/ui/button.tsx';
import { useCopy } from '../../components/ui/use-copy.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { answerAsText } from './answer-as-text.ts';
import { AnswerVerdict } from './answer-verdict.tsx';
import { ExportMenu } from './export-menu.tsx';
import { GoldenQuestionButton } from './golden-question-button.tsx';
import { resultExtent } from './result-extent.ts';
import type { RunView } from './run-view.ts';

interface AnswerFootProps {
  readonly runId: RunId;
  readonly view: RunView;
  readonly title: string;
  readonly hasChart: boolean;
  readonly chart: RefObject<ChartHandle | null>;
}

export function AnswerFoot({ runId, view, title, hasChart, chart }: AnswerFootProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const copy = useCopy();
  const { total, cap } = resultExtent(view);
  const count = total ?? view.rows.length;
  const figures = { count, rows: formatCount(count, language) };
  const rows = total === null ? t('answer.moreRows', figures) : `${t('answer.rows', figures)} · `;
  const end =
    total === null ? null : cap === null ? (
      t('answer.complete')
    ) : (
      <span className="text-saffron-ink">{t('answer.truncated', { cap: formatCount(cap, language) })}</span>
    );
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-3.5 py-2.5">
      <Button onClick={() => copy(answerAsText(view))}>{t('answer.copyAnswer')}</Button>
      <ExportMenu runId={runId} title={title} hasChart={hasChart} chart={chart} />
      {view.receipt && <GoldenQuestionButton runId={runId} dataSourceId={view.receipt.dataSource.id} />}
      {view.outcome === 'answered' && <AnswerVerdict runId={runId} engine={view.receipt?.engine ?? null} />}
      <span className="flex-1" />
      <span className="num text-xs text-ink-3" title={cap === null ? undefined : t('answer.truncatedHint')}>
        {rows}
        {end}
      </span>
    </div>
  );
}
