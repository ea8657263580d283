import type { ConversationId, ConversationSummary } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

interface DeleteConversationProps {
  /** Null: nothing is being deleted. */
  readonly conversation: ConversationSummary | null;
  onClose(): void;
  onRemoved(id: ConversationId): void;
}

export function DeleteConversation({ conversation, onClose, onRemoved }: DeleteConversationProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const remove = trpc.conversations.remove.useMutation({
    onSuccess() {
      if (!conversation) return;
      void queries.conversations.list.invalidate();
      toasts.add({ title: t('chat.deleted'), type: 'ok' });
      onClose();
      onRemoved(conversation.id);
    },
  });
  return (
    <ConfirmDialog
      open={conversation !== null}
      title={t('chat.deleteTitle')}
      text={t('chat.deleteText', { title: conversation?.title ?? '' })}
      confirm={t('chat.delete')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => conversation && remove.mutate({ id: conversation.id })}
      onClose={onClose}
    />
  );
}
