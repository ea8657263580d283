import type { ChartType, RunId } from '@majed-vanna/contract';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartHandle } from '../../components/chart/chart-view.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { type Tab, Tabs } from '../../components/ui/tabs.tsx';
import { AnswerFoot } from './answer-foot.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { ChartTypeMenu } from './chart-type-menu.tsx';
import { Headline, UnderstoodLine } from './headline.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import type { RunView } from './run-view.ts';
import { SaidText } from './said-text.tsx';
import { SqlPanel } from './sql-panel.tsx';

const TablePanel = lazy(() => import('./table-panel.tsx').then((module) => ({ default: module.TablePanel })));
const AnswerText = lazy(() => import('./answer-text.tsx').then((module) => ({ default: module.AnswerText })));

type TabName = 'chart' | 'table' | 'sql' | 'receipt';

/** An answer: the line first, then how it was understood, then chart, table, SQL and receipt. */
export function AnswerCard({ runId, title, view }: { readonly runId: RunId; readonly title: string; readonly view: RunView }) {
  const { t } = useTranslation();
  const chart = useRef<ChartHandle | null>(null);
  const [chosenTab, setTab] = useState<TabName | null>(null);
  const [chosenType, setType] = useState<ChartType | null>(null);
  const spec = view.chart && view.chart.type !== 'table' && view.rows.length > 0 ? view.chart : null;
  const type = chosenType ?? spec?.type ?? 'table';
  const tab = (value: TabName, content: ReactNode): Tab<TabName> => ({ value, label: t(`answer.tab.${value}`), content });
  const tabs = [
    spec && tab('chart', <ChartPanel view={view} spec={spec} type={type} handle={chart} />),
    view.columns && tab('table', <LazyTable runId={runId} view={view} />),
    view.statement && tab('sql', <SqlPanel runId={runId} statement={view.statement} done={view.outcome !== null} />),
    view.receipt && tab('receipt', <ReceiptPanel receipt={view.receipt} />),
  ].filter((candidate) => candidate !== null);
  const open = tabs.find((candidate) => candidate.value === chosenTab)?.value ?? tabs[0]?.value ?? 'table';
  const onChart = open === 'chart' && spec !== null;
  return (
    <article aria-label={t('chat.answer')} className="card arrive overflow-hidden">
      <div className="px-5 pt-[18px] pb-1">
        {view.headline.length > 0 ? <Headline parts={view.headline} /> : <HeadlineSkeleton />}
        {view.understanding && <UnderstoodLine parts={view.understanding.parts} />}
        {view.said && <SaidText text={view.said} />}
        {view.markdown && (
          <Suspense fallback={null}>
            <AnswerText markdown={view.markdown} />
          </Suspense>
        )}
      </div>
      {tabs.length > 0 && (
        <Tabs<TabName>
          value={open}
          tabs={tabs}
          onChange={setTab}
          end={onChart && <ChartTypeMenu spec={spec} value={type} onChange={setType} />}
        />
      )}
      {view.columns && view.outcome && (
        <AnswerFoot runId={runId} view={view} title={title} hasChart={onChart && type !== 'kpi' && type !== 'pivot'} chart={chart} />
      )}
    </article>
  );
}

function LazyTable(props: { readonly runId: RunId; readonly view: RunView }) {
  return (
    <Suspense fallback={<TableSkeleton />}>
      <TablePanel {...props} />
    </Suspense>
  );
}

function HeadlineSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-5 w-3/5" />
    </Loading>
  );
}

function TableSkeleton() {
  return (
    <Loading>
      <div className="grid gap-4 px-5 py-4">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <Skeleton key={key} className="h-4" />
        ))}
      </div>
    </Loading>
  );
}
