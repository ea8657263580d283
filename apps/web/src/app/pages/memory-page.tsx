import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { MemoryFigures } from '../../features/memory/memory-figures.tsx';
import { OwnersCard } from '../../features/memory/owners-card.tsx';
import { RetentionCard } from '../../features/memory/retention-card.tsx';
import { trpc } from '../../lib/trpc.ts';
import { PageFrame } from '../shell/page-frame.tsx';

/** For administrators: how long conversations are kept, how much they take, and whose they are. */
export function MemoryPage() {
  const { t } = useTranslation();
  const overview = trpc.memory.overview.useQuery();
  return (
    <PageFrame title={t('memory.title')} intro={t('memory.intro')} awaited={overview} skeleton={SKELETON} width="max-w-[1000px]">
      {overview.data && (
        <>
          <MemoryFigures overview={overview.data} />
          <RetentionCard key={String(overview.data.retention.days)} retention={overview.data.retention} />
          <OwnersCard owners={overview.data.owners} />
        </>
      )}
    </PageFrame>
  );
}

const SKELETON = (
  <>
    <Skeleton className="h-[106px]" />
    <Skeleton className="mt-3.5 h-64" />
  </>
);
