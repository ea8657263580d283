import type { CurrentUser } from '@majed-vanna/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { session } from '../../lib/current-session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page as it is: whoever was here signs in and goes on, with every word still in its field. */
export function ReLoginDialog({ user, onOther }: { readonly user: CurrentUser; onOther(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <Dialog open title={t('session.expiredTitle')} description={t('session.expiredText')}>
      <div className="mt-4">
        <SignInForm
          username={user.username}
          onSignedIn={(result) => {
            session.signedIn(result);
            void queries.invalidateQueries();
          }}
        />
        <Button look="quiet" onClick={onOther} className="mt-2 w-full">
          {t('session.otherUser')}
        </Button>
      </div>
    </Dialog>
  );
}
