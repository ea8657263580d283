import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  /** It is all there is on the page. */
  readonly page?: boolean;
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, page = false, children }: EmptyStateProps) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-[460px] flex-col items-center px-4 py-14 text-center">
      <Heading className="text-l font-title">{title}</Heading>
      {text && <p className="mt-1 text-s text-ink-2">{text}</p>}
      {children && <div className="mt-5 flex gap-2.5">{children}</div>}
    </div>
  );
}
