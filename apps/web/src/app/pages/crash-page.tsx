import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { shownError } from '../../lib/api-error.ts';
import { isStaleChunk, reloadOnce } from '../stale-chunk.ts';

/** In place of a page that broke: an answer of the server that says why, or an apology with a reload. */
export function CrashPage({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const stale = isStaleChunk(error);
  const fromServer = shownError(error).code !== 'unknown';

  // The browser's page itself: a new version replaces it.
  useEffect(() => {
    if (stale) reloadOnce();
  }, [stale]);

  if (fromServer)
    return (
      <main className="mx-auto max-w-[560px] px-4 pt-[18vh]">
        <ErrorNotice error={error} onRetry={onRetry ?? (() => location.reload())} />
      </main>
    );
  return (
    <main className="pt-[12vh]">
      <EmptyState
        page
        title={t(stale ? 'shell.updatedTitle' : 'shell.crashTitle')}
        text={t(stale ? 'shell.updatedText' : 'shell.crashText')}
      >
        <Button look="primary" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      </EmptyState>
    </main>
  );
}
