import { useTranslation } from 'react-i18next';
import { Chip } from './chip.tsx';
import { Icon, type IconName } from './icon.tsx';

export type BadgeState = 'guess' | 'pending' | 'stale' | 'confirmed' | 'imported' | 'declared' | 'removed';

const LOOKS: Record<BadgeState, { readonly tone: 'plain' | 'teal' | 'ok' | 'warn' | 'bad'; readonly icon: IconName }> = {
  guess: { tone: 'plain', icon: 'spark' },
  pending: { tone: 'warn', icon: 'edit' },
  stale: { tone: 'bad', icon: 'warn' },
  confirmed: { tone: 'ok', icon: 'check' },
  imported: { tone: 'ok', icon: 'file' },
  declared: { tone: 'ok', icon: 'check' },
  removed: { tone: 'warn', icon: 'trash' },
};

/** How sure a statement is, and whether it is in force. */
export function StateBadge({ state, title }: { readonly state: BadgeState; readonly title?: string | undefined }) {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[state];
  return (
    <Chip tone={tone} title={title}>
      <Icon name={icon} size={12} />
      {t(`table.state.${state}`)}
    </Chip>
  );
}
