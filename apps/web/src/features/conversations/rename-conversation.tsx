import type { ConversationSummary } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

export function RenameConversation({ conversation, onClose }: { readonly conversation: ConversationSummary; onClose(): void }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [title, setTitle] = useState(conversation.title);
  const rename = trpc.conversations.rename.useMutation({
    onSuccess(renamed) {
      void queries.conversations.list.invalidate();
      queries.conversations.get.setData({ id: conversation.id }, (known) => known && { ...known, title: renamed.title });
      toasts.add({ title: t('chat.renamed'), type: 'ok' });
      onClose();
    },
  });
  return (
    <Dialog open title={t('chat.renameTitle')} onClose={onClose}>
      <form
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate({ id: conversation.id, title: title.trim() });
        }}
      >
        <TextField
          label={t('chat.renameLabel')}
          value={title}
          dir="auto"
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        {rename.isError && <ErrorNotice error={rename.error} className="mt-3" />}
        <div className="mt-5 flex justify-end gap-2.5">
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button look="primary" type="submit" busy={rename.isPending} disabled={title.trim() === ''}>
            {t('chat.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
