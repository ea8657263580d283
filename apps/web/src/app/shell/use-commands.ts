import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../../components/ui/icon.tsx';
import { setLanguage } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCurrentUser } from '../../lib/current-session.ts';
import { setThemeChoice, useThemeChoice } from '../../lib/theme.ts';
import { trpc } from '../../lib/trpc.ts';
import { ADMIN_SECTIONS } from './admin-sections.ts';
import { signOut } from './sign-out.ts';

export interface Command {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  run(): void;
}

const MAX_CONVERSATIONS = 12;

/** Commands and conversations whose name holds what was typed. */
export function useCommands(search: string, onShortcuts: () => void): readonly Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const theme = useThemeChoice();
  const isAdministrator = useCurrentUser()?.role === 'admin';
  const conversations = trpc.conversations.list.useQuery({});
  const themes = [
    { choice: 'light', name: t('shell.themeLight') },
    { choice: 'dark', name: t('shell.themeDark') },
    { choice: 'system', name: t('shell.themeSystem') },
  ] as const;
  const commands: Command[] = [
    { id: 'new', icon: 'plus', label: t('keys.newQuestion'), run: () => void navigate({ to: '/chat' }) },
    ...(isAdministrator
      ? ADMIN_SECTIONS.flatMap(({ sections }) =>
          sections.map(({ to, icon, label }): Command => ({ id: to, icon, label: t(label), run: () => void navigate({ to }) })),
        )
      : []),
    {
      id: 'language',
      icon: 'globe',
      label: t(language === 'ar' ? 'keys.switchToEnglish' : 'keys.switchToArabic'),
      run: () => void setLanguage(language === 'ar' ? 'en' : 'ar'),
    },
    ...themes
      .filter(({ choice }) => choice !== theme)
      .map(
        ({ choice, name }): Command => ({
          id: choice,
          icon: 'theme',
          label: t('keys.themeTo', { theme: name }),
          run: () => setThemeChoice(choice),
        }),
      ),
    { id: 'shortcuts', icon: 'command', label: t('shell.shortcuts'), run: onShortcuts },
    { id: 'my-data', icon: 'user', label: t('myData.title'), run: () => void navigate({ to: '/my-data' }) },
    { id: 'password', icon: 'key', label: t('shell.changePassword'), run: () => void navigate({ to: '/password' }) },
    { id: 'out', icon: 'out', label: t('shell.signOut'), run: () => void signOut() },
  ];
  const opened = (conversations.data ?? []).map(
    ({ id, title }): Command => ({
      id,
      icon: 'search',
      label: title,
      run: () => void navigate({ to: '/chat/$conversationId', params: { conversationId: id } }),
    }),
  );
  const wanted = search.trim().toLocaleLowerCase();
  const matches = (command: Command) => command.label.toLocaleLowerCase().includes(wanted);
  return [...commands.filter(matches), ...opened.filter(matches).slice(0, MAX_CONVERSATIONS)];
}
