import type { DataSourceId, Dialect, VerifiedQuestionStatus } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Pager } from '../../components/ui/pager.tsx';
import { SearchField } from '../../components/ui/search-field.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { QuestionCard } from './question-card.tsx';

interface QuestionListProps {
  readonly dataSourceId: DataSourceId;
  readonly dialect: Dialect;
  readonly which: 'verified' | 'drafts' | 'rejected';
}

const STATUS: Record<QuestionListProps['which'], VerifiedQuestionStatus[]> = {
  verified: ['verified', 'stale'],
  drafts: ['draft'],
  rejected: ['rejected'],
};
const NONE = { verified: 'verifiedNone', drafts: 'draftsNone', rejected: 'rejectedNone' } as const;
const PAGE_SIZE = 20;
const WHILE_CHECKING_MS = 700;

/** Questions of a source: those that are used, those that wait for a reviewer, or those that a reviewer turned down. */
export function QuestionList({ dataSourceId, dialect, which }: QuestionListProps) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const input = { dataSourceId, status: STATUS[which], find: view.find, page: view.page, pageSize: PAGE_SIZE };
  const { data, error, refetch } = trpc.verifiedQuestions.list.useQuery(input, {
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.items.some(({ checking }) => checking !== null) ? WHILE_CHECKING_MS : false),
  });
  const none = NONE[which];
  return (
    <section aria-label={t(`semantics.tab.${which}`)} className="card min-w-0 overflow-clip">
      <div className="border-b border-line px-4 py-2.5">
        <SearchField label={t('learning.find')} value={view.find} onChange={(find) => onView({ ...view, find, page: 1 })} />
      </div>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} className="m-4" />}
      {!data && !error && (
        <Loading>
          <div className="grid gap-4 p-4">
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-24" />
          </div>
        </Loading>
      )}
      {data?.items.length === 0 && <EmptyState title={t(`learning.${none}`)} text={t(`learning.${none}Text`)} />}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((question) => (
            <QuestionCard key={question.id} question={question} dialect={dialect} />
          ))}
        </ul>
      )}
      {data && data.total > 0 && (
        <Pager page={view.page} pageSize={PAGE_SIZE} total={data.total} onPage={(page) => onView({ ...view, page })} />
      )}
    </section>
  );
}
