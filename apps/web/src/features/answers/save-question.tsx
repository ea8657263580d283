import type { AskedQuestion, RunId } from '@majed-vanna/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';
import { WholeQuestion } from './whole-question.tsx';

/** Proposes the question with its statement; one that goes on from others is worded anew first. */
export function SaveQuestion({ runId, proposed }: { readonly runId: RunId; readonly proposed: boolean }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [leaning, setLeaning] = useState<AskedQuestion | null>(null);
  const [text, setText] = useState('');
  const save = trpc.verifiedQuestions.propose.useMutation({
    onSuccess() {
      setLeaning(null);
      void queries.feedback.ofAnswer.invalidate({ runId });
      toasts.add({ title: t('learning.savedText') });
    },
  });
  const look = useMutation({
    mutationFn: () => queries.answers.asked.fetch({ runId }),
    onSuccess(asked) {
      if (asked.whole) return save.mutate({ runId });
      setText(asked.wording);
      setLeaning(asked);
    },
  });
  const error = look.error ?? save.error;
  const done = proposed || save.isSuccess;
  return (
    <>
      <Button busy={look.isPending || (save.isPending && !leaning)} disabled={done} onClick={() => look.mutate()}>
        {t(done ? 'learning.saved' : 'learning.save')}
      </Button>
      {error !== null && !leaning && <ErrorNotice error={error} />}
      {leaning && (
        <Dialog open title={t('learning.rewordTitle')} description={t('learning.rewordText')} onClose={() => setLeaning(null)}>
          <div className="mt-4 grid gap-4">
            <WholeQuestion asked={leaning} value={text} onChange={setText} />
            {save.error !== null && <ErrorNotice error={save.error} />}
            <div className="flex justify-end gap-2.5">
              <Button onClick={() => setLeaning(null)}>{t('learning.cancel')}</Button>
              <Button
                look="primary"
                busy={save.isPending}
                disabled={text.trim() === ''}
                onClick={() => save.mutate({ runId, question: text })}
              >
                {t('learning.save')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
