import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { session } from '../../lib/current-session.ts';
import { usePageTitle } from '../use-page-title.ts';
import { PlainPage } from './plain-page.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  usePageTitle(t('session.signInTitle'));
  return (
    <PlainPage title={t('session.signInTitle')} text={t('session.signInText')}>
      <SignInForm
        onSignedIn={(result) => {
          session.signedIn(result);
          if (result.user.mustChangePassword) void navigate({ to: '/password', replace: true });
          else void navigate({ href: next ?? '/chat', replace: true });
        }}
      />
    </PlainPage>
  );
}
