import type { BreakerState } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Chip } from './chip.tsx';

const TONES = { closed: 'ok', half_open: 'warn', open: 'bad' } as const satisfies Record<BreakerState, string>;

export function BreakerChip({ state }: { readonly state: BreakerState }) {
  const { t } = useTranslation();
  return <Chip tone={TONES[state]}>{t(`monitor.state.${state}`)}</Chip>;
}
