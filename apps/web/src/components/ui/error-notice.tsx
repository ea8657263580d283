import { QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restAskedFor, type ShownError, shownError } from '../../lib/api-error.ts';
import { mayRetryByItself } from '../../lib/retry-by-itself.ts';
import { Button } from './button.tsx';
import { CopyId } from './copy-id.tsx';
import { Countdown } from './countdown.tsx';
import { Icon } from './icon.tsx';

interface ErrorNoticeProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly className?: string;
}

/** What happened, what to do, and the id to quote. */
export function ErrorNotice({ error, onRetry, className = '' }: ErrorNoticeProps) {
  const shown = shownError(error);
  // A page that broke may stand outside of it.
  const client = use(QueryClientContext);
  const rest = client && mayRetryByItself(client, error) ? restAskedFor(error) : null;
  if (rest === null || !onRetry) return <ErrorDetails {...shown} onRetry={onRetry} className={className} />;
  // The time that runs down stands for the one that the message tells.
  return (
    <ErrorDetails {...shown} message={null} onRetry={onRetry} className={className}>
      <RetryLater key={shown.requestId} ms={rest} onRetry={onRetry} />
    </ErrorDetails>
  );
}

function RetryLater({ ms, onRetry }: { readonly ms: number; onRetry(): void }) {
  const [until] = useState(() => Date.now() + ms);
  return (
    <p>
      <Countdown until={until} onOver={onRetry} />
    </p>
  );
}

export function ErrorDetails({
  code,
  message,
  requestId,
  onRetry,
  className = '',
  children,
}: Omit<ShownError, 'fields'> & Omit<ErrorNoticeProps, 'error'> & { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const title = t(`errors.${code}`);
  const text = code === 'network' ? t('errors.networkText') : message;
  return (
    <div role="alert" className={`flex items-start gap-3 rounded-md bg-bad-soft px-4 py-3 text-s ${className}`}>
      <Icon name="warn" className="mt-0.5 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-strong">{title}</p>
        {text && text !== title && <p className="break-words text-ink-2">{text}</p>}
        {children}
        {requestId && <CopyId label={t('shell.requestId')} value={requestId} />}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('shell.tryAgain')}</Button>}
    </div>
  );
}
