import type { EvaluationRun } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/ui/chip.tsx';

export function RunStateChip({ state }: Pick<EvaluationRun, 'state'>) {
  const { t } = useTranslation();
  return <Chip tone={state === 'finished' ? 'ok' : state === 'failed' ? 'bad' : 'plain'}>{t(`evaluation.stateOf.${state}`)}</Chip>;
}
