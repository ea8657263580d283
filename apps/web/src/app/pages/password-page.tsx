import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { ChangePasswordForm } from '../../features/session/change-password-form.tsx';
import { session, useCurrentUser } from '../../lib/current-session.ts';
import { signOut } from '../shell/sign-out.ts';
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
      {user.mustChangePassword && (
        <div className="mt-5 border-t border-line pt-4">
          <Button icon="out" onClick={() => void signOut()}>
            {t('shell.signOut')}
          </Button>
        </div>
      )}
    </PlainPage>
  );
}
