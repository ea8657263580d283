import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { AnswerSkeleton } from './answer-skeleton.tsx';

/** A conversation that is being read. */
export function ThreadSkeleton() {
  return (
    <Loading>
      <div className="mx-auto max-w-[880px]">
        <Skeleton className="ms-auto mb-5 h-11 w-72 max-w-full rounded-lg" />
        <Skeleton className="mb-3 h-3.5 w-80 max-w-full" />
        <AnswerSkeleton said="" />
      </div>
    </Loading>
  );
}
