import type { DataSourceId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { Drawer } from '../../components/ui/drawer.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { DifferenceView } from './difference-view.tsx';
import { useLayerChanged } from './use-layer.ts';

interface VersionDrawerProps {
  readonly dataSourceId: DataSourceId;
  readonly number: number;
  onClose(): void;
}

/** What one publication changed, and the way back. */
export function VersionDrawer({ dataSourceId, number, onClose }: VersionDrawerProps) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const [asked, setAsked] = useState(false);
  const version = trpc.semanticLayer.version.useQuery({ dataSourceId, number });
  const revert = trpc.semanticLayer.revert.useMutation({
    onSuccess({ changes }) {
      changed();
      toasts.add({ title: t('semantics.reverted', { count: changes }), type: 'ok' });
      onClose();
    },
  });
  const failure = shownFailure(version.error);
  return (
    <Drawer
      wide
      title={t('semantics.version', { number })}
      description={version.data?.note || undefined}
      onClose={onClose}
      foot={
        <Button icon="again" disabled={!version.data} onClick={() => setAsked(true)}>
          {t('semantics.revert')}
        </Button>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {!version.data && !failure && (
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      )}
      <ul className="divide-y divide-line">
        {version.data?.differences.map((difference) => (
          <li key={`${difference.kind} ${difference.key}`} className="py-3 text-s first:pt-0">
            <DifferenceView difference={difference} />
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          open
          title={t('semantics.revertTitle', { number })}
          text={t('semantics.revertText', { number })}
          confirm={t('semantics.revert')}
          busy={revert.isPending}
          error={revert.error}
          onConfirm={() => revert.mutate({ dataSourceId, number })}
          onClose={() => setAsked(false)}
        />
      )}
    </Drawer>
  );
}
