import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { PasswordRulesList } from '../../components/ui/password-rules.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { checkPassword } from '../../lib/password-rules.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { USERNAME_PATTERN } from './username-pattern.ts';

export function AdministratorStep({ state, dispatch }: StepProps) {
  const { t } = useTranslation();
  const { register, handleSubmit, control, formState } = useForm({
    mode: 'onTouched',
    defaultValues: { username: state.username, password: state.password, repeated: state.password },
  });
  const [username, password, repeated] = useWatch({ control, name: ['username', 'password', 'repeated'] });
  const rules = checkPassword(password, repeated, username);
  const ready = rules.length && rules.name && rules.same && USERNAME_PATTERN.test(username.trim());
  return (
    <StepFrame
      title={t('setup.adminTitle')}
      text={t('setup.adminText')}
      onSubmit={handleSubmit(
        (values) => ready && dispatch({ type: 'administrator_chosen', username: values.username.trim(), password: values.password }),
      )}
      actions={
        <>
          <Button onClick={() => dispatch({ type: 'went', step: 'code' })}>{t('shell.back')}</Button>
          <Button look="primary" type="submit" disabled={!ready} className="ms-auto">
            {t('setup.continue')}
          </Button>
        </>
      }
    >
      <div className="grid max-w-[420px] gap-4">
        <TextField
          label={t('setup.username')}
          hint={t('setup.usernameHint')}
          error={formState.errors.username ? t('setup.usernameWrong') : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="auto"
          {...register('username', { validate: (name) => USERNAME_PATTERN.test(name.trim()) })}
        />
        <PasswordField label={t('setup.password')} autoComplete="new-password" {...register('password')} />
        <PasswordField label={t('setup.repeatPassword')} autoComplete="new-password" {...register('repeated')} />
        <PasswordRulesList rules={rules} typed={password.length} />
      </div>
    </StepFrame>
  );
}
