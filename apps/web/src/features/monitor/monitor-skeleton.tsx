import { Skeleton } from '../../components/ui/skeleton.tsx';

export function MonitorSkeleton() {
  return (
    <>
      <div className="grid grid-cols-2 gap-3.5 xl:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-[106px] rounded-lg" />
        ))}
      </div>
      <div className="mt-3.5 grid gap-3.5 xl:grid-cols-2">
        <Skeleton className="h-[220px] rounded-lg" />
        <Skeleton className="h-[220px] rounded-lg" />
      </div>
    </>
  );
}
