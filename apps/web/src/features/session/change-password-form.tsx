import type { CurrentUser, SignedIn } from '@majed-vanna/contract';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { PasswordRulesList } from '../../components/ui/password-rules.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { checkPassword } from '../../lib/password-rules.ts';
import { trpc } from '../../lib/trpc.ts';

interface ChangePasswordFormProps {
  readonly user: CurrentUser;
  onChanged(result: SignedIn): void;
  /** Absent while the password has to be changed. */
  readonly onCancel?: (() => void) | undefined;
}

export function ChangePasswordForm({ user, onChanged, onCancel }: ChangePasswordFormProps) {
  const { t } = useTranslation();
  const { register, handleSubmit, control, formState } = useForm({ defaultValues: { currentPassword: '', newPassword: '', repeated: '' } });
  const [newPassword, repeated] = useWatch({ control, name: ['newPassword', 'repeated'] });
  const rules = checkPassword(newPassword, repeated, user.username);
  const change = trpc.auth.changePassword.useMutation({ onSuccess: onChanged });
  const wrongCurrent = change.isError && errorCodeOf(change.error) === 'wrong_credentials';
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={handleSubmit((values) => change.mutate({ currentPassword: values.currentPassword, newPassword: values.newPassword }))}
    >
      {change.isError && !wrongCurrent && <ErrorNotice error={change.error} />}
      {/* Password managers file the new password under this name. */}
      <input type="text" autoComplete="username" value={user.username} readOnly hidden />
      <PasswordField
        label={t('session.currentPassword')}
        autoComplete="current-password"
        autoFocus
        error={wrongCurrent ? t('session.wrongCurrent') : formState.errors.currentPassword?.message}
        {...register('currentPassword', { required: t('session.required') })}
      />
      <PasswordField label={t('session.newPassword')} autoComplete="new-password" {...register('newPassword')} />
      <PasswordField label={t('session.repeatPassword')} autoComplete="new-password" {...register('repeated')} />
      <PasswordRulesList rules={rules} typed={newPassword.length} />
      <div className="mt-1 flex justify-end gap-2.5">
        {onCancel && <Button onClick={onCancel}>{t('shell.cancel')}</Button>}
        <Button look="primary" type="submit" busy={change.isPending} disabled={!rules.length || !rules.name || !rules.same}>
          {t('session.save')}
        </Button>
      </div>
    </form>
  );
}
