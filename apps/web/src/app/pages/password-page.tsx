import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toasts } from '../../components/ui/toasts.tsx';
import { ChangePasswordForm } from '../../features/session/change-password-form.tsx';
import { session, useCurrentUser } from '../../lib/current-session.ts';
import { usePageTitle } from '../use-page-title.ts';
import { PlainPage } from './plain-page.tsx';

export function PasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useCurrentUser();
  usePageTitle(t('session.changeTitle'));
  if (!user) return null;
  return (
    <PlainPage title={t('session.changeTitle')} text={t(user.mustChangePassword ? 'session.mustChangeText' : 'session.changeText')}>
      <ChangePasswordForm
        user={user}
        onChanged={(result) => {
          session.signedIn(result);
          toasts.add({ title: t('session.changed'), type: 'ok' });
          void navigate({ to: '/chat', replace: true });
        }}
        onCancel={user.mustChangePassword ? undefined : () => void navigate({ to: '/chat' })}
      />
    </PlainPage>
  );
}
