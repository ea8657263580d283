import type { FeedbackVerdict, Receipt, RunId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';
import { SaveQuestion } from './save-question.tsx';

const MAX_COMMENT = 1_000;

/** What the reader says of an answer: right, wrong and why, or worth to be kept. */
export function AnswerVerdict({ runId, engine }: { readonly runId: RunId; readonly engine: Receipt['engine'] | null }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [commenting, setCommenting] = useState(false);
  const [comment, setComment] = useState('');
  const { data } = trpc.feedback.ofAnswer.useQuery({ runId }, { staleTime: 60_000 });
  const give = trpc.feedback.give.useMutation({
    onSuccess(now, { verdict }) {
      queries.feedback.ofAnswer.setData({ runId }, now);
      setCommenting(false);
      toasts.add({ title: t(verdict === 'like' && now.proposed ? 'learning.thanks' : 'learning.thanksPlain') });
    },
  });
  const takeBack = trpc.feedback.takeBack.useMutation({ onSuccess: (now) => queries.feedback.ofAnswer.setData({ runId }, now) });
  const said = data?.verdict ?? null;
  const busy = give.isPending || takeBack.isPending;
  const say = (verdict: FeedbackVerdict) => {
    if (said === verdict) takeBack.mutate({ runId });
    else if (verdict === 'like') give.mutate({ runId, verdict, comment: '' });
    else {
      setComment(data?.comment ?? '');
      setCommenting(true);
    }
  };
  const thumb = (verdict: FeedbackVerdict) => (
    <IconButton
      icon={verdict}
      label={t(`learning.${verdict}`)}
      aria-pressed={said === verdict}
      disabled={busy}
      onClick={() => say(verdict)}
      className={said === verdict ? 'bg-teal-soft text-teal-ink' : ''}
    />
  );
  return (
    <>
      {engine !== 'verified' && <SaveQuestion runId={runId} proposed={data?.proposed ?? false} />}
      {thumb('like')}
      {thumb('dislike')}
      {takeBack.error !== null && <ErrorNotice error={takeBack.error} />}
      <Dialog
        open={commenting}
        title={t('learning.whatIsWrong')}
        description={t('learning.whatIsWrongHint')}
        onClose={() => setCommenting(false)}
      >
        <TextArea
          label={t('learning.note')}
          value={comment}
          maxLength={MAX_COMMENT}
          rows={3}
          onChange={(event) => setComment(event.target.value)}
          className="mt-4"
        />
        {give.error !== null && <ErrorNotice error={give.error} className="mt-4" />}
        <div className="mt-5 flex justify-end gap-2.5">
          <Button disabled={busy} onClick={() => give.mutate({ runId, verdict: 'dislike', comment: '' })}>
            {t('learning.skip')}
          </Button>
          <Button
            look="primary"
            busy={busy}
            disabled={comment.trim() === ''}
            onClick={() => give.mutate({ runId, verdict: 'dislike', comment })}
          >
            {t('learning.send')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
