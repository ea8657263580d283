import type { EvaluationRun } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { useSetName } from './use-set-name.ts';

/** An evaluation under way. */
export function ProgressCard({ run }: { readonly run: EvaluationRun }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const setName = useSetName();
  const queries = trpc.useUtils();
  const cancel = trpc.evaluation.cancel.useMutation({ onSettled: () => queries.evaluation.runs.invalidate() });
  const title = t('evaluation.running', { set: setName(run) });
  const words = t('evaluation.progress', { done: formatCount(run.done, language), total: formatCount(run.total, language) });
  return (
    <section aria-label={title} className="card min-w-0 px-4 py-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 flex-1 text-s font-strong">{title}</h2>
        {run.withChanges && <Chip tone="warn">{t('evaluation.pending')}</Chip>}
        {run.state === 'waiting' && <Chip>{t('evaluation.stateOf.waiting')}</Chip>}
        <Button icon="stop" busy={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
          {t('evaluation.stop')}
        </Button>
      </div>
      <progress value={run.done} max={run.total} aria-label={title} className="mt-3 block h-1.5 w-full accent-teal" />
      <p className="num mt-1.5 text-xs text-ink-3">{words}</p>
    </section>
  );
}
