import type { DataSourceId, LayerDocument } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useLayerChanged } from './use-layer.ts';

interface RemoveDocumentProps {
  readonly dataSourceId: DataSourceId;
  readonly document: LayerDocument;
  onClose(): void;
}

export function RemoveDocument({ dataSourceId, document: { id, title }, onClose }: RemoveDocumentProps) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const remove = trpc.semanticLayer.removeDocument.useMutation({
    onSuccess() {
      changed();
      toasts.add({ title: t('semantics.documentRemoved'), type: 'ok' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('semantics.removeDocumentTitle')}
      text={t('semantics.removeDocumentText', { name: title })}
      confirm={t('semantics.remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ dataSourceId, id })}
      onClose={onClose}
    />
  );
}
