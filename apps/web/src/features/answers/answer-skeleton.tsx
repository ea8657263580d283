import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { SaidText } from './said-text.tsx';

/** The shape of an answer that is on its way; with what the model is saying, as soon as it says something. */
export function AnswerSkeleton({ said }: { readonly said: string }) {
  return (
    <Loading>
      <div className="card overflow-hidden">
        <div className="grid gap-3 px-5 py-5">
          <Skeleton className="h-5 w-3/5" />
          {said ? <SaidText text={said} /> : <Skeleton className="h-3.5 w-2/5" />}
        </div>
        <div className="flex gap-5 border-b border-line px-5 pb-3">
          <Skeleton className="h-3.5 w-12" />
          <Skeleton className="h-3.5 w-12" />
          <Skeleton className="h-3.5 w-10" />
        </div>
        <div className="flex h-[210px] items-end gap-8 px-8 pb-6">
          {['h-1/2', 'h-4/5', 'h-2/3', 'h-1/3', 'h-3/5', 'h-2/5'].map((height) => (
            <Skeleton key={height} className={`w-7 ${height}`} />
          ))}
        </div>
      </div>
    </Loading>
  );
}
