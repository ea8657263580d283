import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

export function CodeStep({ state, dispatch }: StepProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState(state.code);
  const verify = trpc.setup.verifyCode.useMutation({
    onSuccess: (_nothing, input) => dispatch({ type: 'code_accepted', code: input.code }),
  });
  const wrong = verify.isError && errorCodeOf(verify.error) === 'wrong_setup_code';
  const submit = () => code.trim() !== '' && !verify.isPending && verify.mutate({ code: code.trim() });
  return (
    <StepFrame
      title={t('setup.codeTitle')}
      text={t('setup.codeText')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      actions={
        <Button look="primary" type="submit" busy={verify.isPending} disabled={code.trim() === ''} className="ms-auto">
          {t('setup.continue')}
        </Button>
      }
    >
      <TextField
        label={t('setup.code')}
        hint={t('setup.codeHint')}
        error={wrong ? t('setup.codeWrong') : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        dir="ltr"
        autoFocus
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={64}
        className="max-w-[340px]"
      />
      {verify.isError && !wrong && <ErrorNotice error={verify.error} className="mt-4" />}
    </StepFrame>
  );
}
