import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { ToolsCard } from '../../features/tools/tools-card.tsx';
import { trpc } from '../../lib/trpc.ts';
import { PageFrame } from '../shell/page-frame.tsx';

/** For administrators: what a language model may do, for whom, and how it goes. */
export function ToolsPage() {
  const { t } = useTranslation();
  const tools = trpc.tools.list.useQuery();
  const skeleton = <Skeleton className="h-96" />;
  return (
    <PageFrame title={t('tools.title')} intro={t('tools.intro')} awaited={tools} skeleton={skeleton} width="max-w-[1100px]">
      {tools.data && <ToolsCard tools={tools.data} />}
    </PageFrame>
  );
}
