import { type DataSourceSummary, type GoldenSetId, type GoldenSetSummary, SAMPLE_SET } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { trpc } from '../../lib/trpc.ts';

interface SampleSetButtonProps {
  readonly source: DataSourceSummary;
  readonly sets: readonly GoldenSetSummary[];
  onAdded(id: GoldenSetId): void;
  onError(error: unknown): void;
}

/** For a sample company without its golden questions: older than they are, or they were removed. */
export function SampleSetButton({ source, sets, onAdded, onError }: SampleSetButtonProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const { id: dataSourceId, kind } = source;
  const add = trpc.evaluation.addSampleSet.useMutation({
    onSuccess: async ({ id }) => {
      await queries.evaluation.sets.invalidate({ dataSourceId });
      if (id) onAdded(id);
    },
    onError,
  });
  if (kind !== 'sample' || sets.some(({ id, name }) => id !== null && name === SAMPLE_SET)) return null;
  return (
    <Button icon="plus" busy={add.isPending} onClick={() => add.mutate({ dataSourceId })}>
      {t('evaluation.addSampleSet')}
    </Button>
  );
}
