import { isGoodVerdict, type Verdict } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/ui/chip.tsx';
import { Icon } from '../../components/ui/icon.tsx';

export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const good = isGoodVerdict(verdict);
  return (
    <Chip tone={good ? 'ok' : verdict === 'right_loosely' ? 'warn' : 'bad'}>
      <Icon name={good ? 'check' : 'warn'} size={12} />
      {t(`evaluation.verdictOf.${verdict}`)}
    </Chip>
  );
}
