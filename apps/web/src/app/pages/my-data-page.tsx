import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { forgetStartedTurns } from '../../features/answers/started-turns.ts';
import { MyDataCard } from '../../features/my-data/my-data-card.tsx';
import { MyDataFigures } from '../../features/my-data/my-data-figures.tsx';
import { trpc } from '../../lib/trpc.ts';
import { PageFrame } from '../shell/page-frame.tsx';

/** For everybody: what is remembered of oneself. */
export function MyDataPage() {
  const { t } = useTranslation();
  const mine = trpc.myData.get.useQuery();
  return (
    <PageFrame title={t('myData.title')} intro={t('myData.intro')} awaited={mine} skeleton={SKELETON} width="max-w-[760px]">
      {mine.data && (
        <>
          <MyDataFigures data={mine.data} />
          <MyDataCard data={mine.data} onErased={forgetStartedTurns} />
        </>
      )}
    </PageFrame>
  );
}

const SKELETON = (
  <>
    <Skeleton className="h-[106px]" />
    <Skeleton className="mt-3.5 h-44" />
  </>
);
