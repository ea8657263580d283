import type { ReactNode } from 'react';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { usePageTitle } from '../use-page-title.ts';
import { PageHeader } from './page-header.tsx';

/** What a page waits for before it can show anything. */
export interface Awaited {
  readonly error: unknown;
  readonly isPending: boolean;
  refetch(): unknown;
}

interface PageFrameProps {
  readonly title: string;
  readonly intro?: string;
  readonly awaited: Awaited;
  /** In its place while it is awaited. */
  readonly skeleton?: ReactNode;
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** Under the title, above what scrolls. */
  readonly tabs?: ReactNode;
  /** A class such as `max-w-[760px]`. */
  readonly width: string;
  readonly children: ReactNode;
}

/** A page beside the chat: its title and introduction, what it waits for or why that failed, and its cards. */
export function PageFrame({ title, intro, awaited, skeleton = SKELETON, aside, tabs, width, children }: PageFrameProps) {
  usePageTitle(title);
  const failure = shownFailure(awaited.error);
  return (
    <>
      <PageHeader title={title}>{aside}</PageHeader>
      {tabs}
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className={`mx-auto grid grid-cols-[minmax(0,1fr)] gap-3.5 ${width}`}>
          {intro && <p className="max-w-[760px] text-s text-ink-2">{intro}</p>}
          {failure && <ErrorNotice error={failure} onRetry={() => void awaited.refetch()} />}
          {awaited.isPending && !failure && <Loading>{skeleton}</Loading>}
          {children}
        </div>
      </main>
    </>
  );
}

const SKELETON = <Skeleton className="h-64" />;
