import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';

/** The frame before it is known who is here. */
export function ShellSkeleton() {
  return (
    <Loading>
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[264px_minmax(0,1fr)]">
        <div className="hidden flex-col gap-4 border-e border-line bg-sunken px-3 pt-4 md:flex">
          <Skeleton className="h-6 w-36" />
          <Skeleton className="h-[34px]" />
          <Skeleton className="mt-4 h-3.5 w-4/5" />
          <Skeleton className="h-3.5 w-3/5" />
          <Skeleton className="h-3.5 w-2/3" />
        </div>
        <div className="flex flex-col">
          <div className="h-[54px] border-b border-line px-6 pt-4">
            <Skeleton className="h-5 w-48" />
          </div>
          <div className="flex-1" />
          <div className="px-6 pb-5">
            <Skeleton className="mx-auto h-[60px] max-w-[880px] rounded-lg" />
          </div>
        </div>
      </div>
    </Loading>
  );
}
