import type { SignedIn } from '@majed-vanna/contract';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';

interface SignInFormProps {
  /** Given: only this person may sign in here. */
  readonly username?: string;
  onSignedIn(result: SignedIn): void;
}

export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const { register, handleSubmit, resetField, setFocus, formState } = useForm({
    defaultValues: { username: username ?? '', password: '' },
  });
  const signIn = trpc.auth.signIn.useMutation({
    onSuccess: onSignedIn,
    onError() {
      resetField('password');
      setFocus('password');
    },
  });
  const required = t('session.required');
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit((values) => signIn.mutate(values))}>
      {signIn.isError &&
        (errorCodeOf(signIn.error) === 'wrong_credentials' ? (
          <Notice tone="bad">{t('session.wrongCredentials')}</Notice>
        ) : (
          <ErrorNotice error={signIn.error} />
        ))}
      <TextField
        label={t('session.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        readOnly={username !== undefined}
        autoFocus={username === undefined}
        error={formState.errors.username?.message}
        {...register('username', { required })}
      />
      <PasswordField
        label={t('session.password')}
        autoComplete="current-password"
        autoFocus={username !== undefined}
        error={formState.errors.password?.message}
        {...register('password', { required })}
      />
      <Button look="primary" type="submit" busy={signIn.isPending} className="mt-1 h-10 w-full text-m">
        {t('session.signIn')}
      </Button>
    </form>
  );
}
