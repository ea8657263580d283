import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuSeparator } from '../../components/ui/menu.tsx';
import { useCurrentUser } from '../../lib/current-session.ts';
import { PreferenceChoices } from './preference-choices.tsx';
import { signOut } from './sign-out.ts';

export function UserMenu({ onShortcuts }: { onShortcuts(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useCurrentUser();
  if (!user) return null;
  const trigger = (
    <button
      type="button"
      className="flex w-full items-center gap-2.5 rounded-sm px-1.5 py-2 text-start text-s hover:bg-line/40 data-popup-open:bg-line/40"
    >
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-full bg-saffron-soft text-xs font-[600] text-saffron-ink"
      >
        {initials(user.username)}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-label">
          <bdi>{user.username}</bdi>
        </span>
        <span className="block truncate text-xs text-ink-3">{t(`shell.role.${user.role}`)}</span>
      </span>
    </button>
  );
  return (
    <Menu side="top" trigger={trigger}>
      <PreferenceChoices />
      <MenuSeparator />
      {user.role === 'admin' && (
        <MenuItem icon="pulse" onClick={() => void navigate({ to: '/admin/monitor' })}>
          {t('shell.administration')}
        </MenuItem>
      )}
      <MenuItem icon="command" onClick={onShortcuts}>
        {t('shell.shortcuts')}
      </MenuItem>
      <MenuItem icon="user" onClick={() => void navigate({ to: '/my-data' })}>
        {t('myData.title')}
      </MenuItem>
      <MenuItem icon="key" onClick={() => void navigate({ to: '/password' })}>
        {t('shell.changePassword')}
      </MenuItem>
      <MenuItem icon="out" onClick={() => void signOut()}>
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}

/** Two letters for a name: of its first two words, or its first two. */
function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toUpperCase();
}
