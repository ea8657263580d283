import type { DataSourceId, GoldenSetId, RunId } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCurrentUser } from '../../lib/current-session.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { WholeQuestion } from './whole-question.tsx';

interface GoldenQuestionProps {
  readonly runId: RunId;
  readonly dataSourceId: DataSourceId;
}

/** For administrators: evaluations will expect of this question what came of it here. */
export function GoldenQuestionButton(props: GoldenQuestionProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (useCurrentUser()?.role !== 'admin') return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('evaluation.fromAnswer')}</Button>
      {open && <SetChoice {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function SetChoice({ runId, dataSourceId, onClose }: GoldenQuestionProps & { onClose(): void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = trpc.useUtils();
  const [chosen, setChosen] = useState<GoldenSetId | null>(null);
  const { data, error } = trpc.evaluation.sets.useQuery({ dataSourceId });
  const { data: asked, error: askedError } = trpc.answers.asked.useQuery({ runId }, { staleTime: Number.POSITIVE_INFINITY });
  const [worded, setWorded] = useState<string | null>(null);
  const question = worded ?? asked?.wording ?? '';
  const leans = asked?.whole === false;
  const sets = data?.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])) ?? [];
  const add = trpc.evaluation.addFromAnswer.useMutation({
    onSuccess() {
      void queries.evaluation.invalidate();
      toasts.add({ title: t('evaluation.fromAnswerDone'), type: 'ok' });
      onClose();
    },
  });
  const addAll = trpc.evaluation.addFromConversation.useMutation({
    onSuccess({ added, known, left }) {
      void queries.evaluation.invalidate();
      const count = (value: number) => formatCount(value, language);
      const counts = { added: count(added), known: count(known), left: count(left) };
      toasts.add({ title: t('evaluation.fromConversationDone', counts), type: 'ok' });
      onClose();
    },
  });
  const setId = chosen ?? sets[0]?.id ?? null;
  const failure = error ?? askedError ?? add.error ?? addAll.error;
  const ready = setId !== null && asked !== undefined && question.trim() !== '';
  return (
    <Dialog open title={t('evaluation.fromAnswerTitle')} description={t('evaluation.fromAnswerText')} onClose={onClose}>
      <div className="mt-4 grid gap-4">
        {data && sets.length === 0 ? (
          <p className="text-s text-ink-2">
            {t('evaluation.noSets')}{' '}
            <Link to="/admin/evaluation" search={{ dataSourceId }} className="text-teal-ink underline">
              {t('evaluation.title')}
            </Link>
          </p>
        ) : (
          <SelectField
            label={t('evaluation.set')}
            value={setId ?? ''}
            options={sets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(sets.find(({ id }) => id === event.target.value)?.id ?? null)}
          />
        )}
        {leans && asked && <WholeQuestion asked={asked} value={question} onChange={setWorded} />}
        {failure && <ErrorNotice error={failure} />}
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button busy={addAll.isPending} disabled={setId === null} onClick={() => setId && addAll.mutate({ runId, setId })}>
            {t('evaluation.fromConversation')}
          </Button>
          <Button
            look="primary"
            busy={add.isPending}
            disabled={!ready}
            onClick={() => ready && add.mutate({ runId, setId, ...(leans ? { question } : {}) })}
          >
            {t('evaluation.save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
