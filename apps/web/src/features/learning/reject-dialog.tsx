import type { SeenVerifiedInput } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { useReview } from './use-review.ts';

/** Why a draft is not used. */
export function RejectDialog({ expected, onClose }: { readonly expected: SeenVerifiedInput; onClose(): void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const { reject } = useReview();
  const send = () => reject.mutate({ ...expected, note }, { onSuccess: onClose });
  return (
    <Dialog open title={t('learning.rejectTitle')} description={t('learning.rejectText')} onClose={onClose}>
      <TextArea
        label={t('learning.note')}
        hint={t('learning.noteHint')}
        value={note}
        maxLength={1_000}
        rows={3}
        onChange={(event) => setNote(event.target.value)}
        className="mt-4"
      />
      {reject.error !== null && <ErrorNotice error={reject.error} className="mt-4" />}
      <div className="mt-5 flex justify-end gap-2.5">
        <Button onClick={onClose}>{t('learning.cancel')}</Button>
        <Button look="danger" busy={reject.isPending} disabled={note.trim() === ''} onClick={send}>
          {t('learning.reject')}
        </Button>
      </div>
    </Dialog>
  );
}
