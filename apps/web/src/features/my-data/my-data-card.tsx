import type { MyData } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { download } from '../../lib/download.ts';
import { trpc } from '../../lib/trpc.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** All of it as a file, and its end. */
export function MyDataCard({ data, onErased }: { readonly data: MyData; onErased(): void }) {
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const take = trpc.myData.download.useMutation({
    onSuccess({ url }) {
      download(url);
      toasts.add({ title: t('myData.downloadStarted'), type: 'ok' });
    },
  });
  return (
    <Card title={t('myData.yours')}>
      <div className="grid gap-4 px-4 py-4">
        {take.error && <ErrorNotice error={take.error} />}
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-[220px] flex-1 text-s text-ink-2">{t('myData.downloadText')}</p>
          <Button icon="export" busy={take.isPending} onClick={() => take.mutate()}>
            {t('myData.download')}
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
          <p className="min-w-[220px] flex-1 text-s text-ink-2">{t('myData.eraseText')}</p>
          <Button icon="trash" disabled={data.conversations === 0} onClick={() => setErasing(true)}>
            {t('myData.erase')}
          </Button>
        </div>
      </div>
      {erasing && <EraseDialog conversations={data.conversations} onErased={onErased} onClose={() => setErasing(false)} />}
    </Card>
  );
}
