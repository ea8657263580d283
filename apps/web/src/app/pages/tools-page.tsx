import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { ToolsCard } from '../../features/tools/tools-card.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For administrators: what a language model may do, for whom, and how it goes. */
export function ToolsPage() {
  const { t } = useTranslation();
  usePageTitle(t('tools.title'));
  const tools = trpc.tools.list.useQuery();
  // A session that ended shows its own dialog.
  const shown = tools.error && errorCodeOf(tools.error) !== 'not_signed_in' ? tools.error : null;
  return (
    <>
      <PageHeader title={t('tools.title')} />
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto grid max-w-[1100px] gap-3.5">
          <p className="max-w-[760px] text-s text-ink-2">{t('tools.intro')}</p>
          {shown && <ErrorNotice error={shown} onRetry={() => tools.refetch()} />}
          {tools.isPending && !shown && (
            <Loading>
              <Skeleton className="h-96" />
            </Loading>
          )}
          {tools.data && <ToolsCard tools={tools.data} />}
        </div>
      </main>
    </>
  );
}
