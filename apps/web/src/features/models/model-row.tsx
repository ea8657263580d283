import type { BreakerStatus, ModelProfile } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/ui/button.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';
import { trpc } from '../../lib/trpc.ts';
import { ModelRest } from './model-rest.tsx';

interface ModelRowProps {
  readonly profile: ModelProfile;
  /** Breakers in front of it that are not closed. */
  readonly rests: readonly BreakerStatus[];
  onEdit(): void;
  onRemove(): void;
}

export function ModelRow({ profile, rests, onEdit, onRemove }: ModelRowProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const activate = trpc.models.activate.useMutation({ onSuccess: () => void queries.models.list.invalidate() });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-s">
      <span className="min-w-0 flex-1 basis-60">
        <span dir="auto" className="block truncate align-parent font-label">
          {profile.name}
        </span>
        <span dir="ltr" className="block truncate align-parent text-xs text-ink-3">
          <bdi>{profile.model}</bdi>
          {' · '}
          <bdi>{new URL(profile.baseUrl).host}</bdi>
        </span>
      </span>
      <span className="flex items-center gap-3">
        {profile.active && <Chip tone="ok">{t('models.active')}</Chip>}
        <Button
          busy={activate.isPending}
          aria-label={t(profile.active ? 'models.deactivateOf' : 'models.activateOf', { name: profile.name })}
          onClick={() => activate.mutate({ id: profile.active ? null : profile.id })}
        >
          {t(profile.active ? 'models.deactivate' : 'models.activate')}
        </Button>
        <Menu align="end" trigger={<IconButton icon="more" label={t('models.actionsOf', { name: profile.name })} />}>
          <MenuItem icon="edit" onClick={onEdit}>
            {t('models.edit')}
          </MenuItem>
          <MenuItem icon="trash" danger onClick={onRemove}>
            {t('models.remove')}
          </MenuItem>
        </Menu>
      </span>
      {rests.map((breaker) => (
        <ModelRest key={breaker.key} breaker={breaker} />
      ))}
    </li>
  );
}
