import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { PageCache } from './page-cache.ts';

/** A page that could not be read, with the way to ask for it again. */
export function PageFailure({ cache }: { readonly cache: PageCache }) {
  const { t } = useTranslation();
  if (!cache.failure()) return null;
  return (
    <Notice tone="bad" className="m-3">
      <span className="flex-1">{t('answer.pageFailed')}</span>
      <Button onClick={() => cache.retry()}>{t('shell.tryAgain')}</Button>
    </Notice>
  );
}
