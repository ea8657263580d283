import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { FormActions } from '../../components/ui/form-actions.tsx';
import { errorCodeOf, shownFailure } from '../../lib/api-error.ts';
import { Overtaken } from './overtaken.tsx';
import type { Propose } from './use-layer.ts';

interface FormFootProps {
  readonly propose: Propose;
  readonly disabled?: boolean;
  onCancel(): void;
}

export function FormFoot({ propose, disabled = false, onCancel }: FormFootProps) {
  const { t } = useTranslation();
  const failure = shownFailure(propose.error);
  const overtaken = failure !== null && errorCodeOf(failure) === 'conflict' && propose.variables;
  return (
    <FormActions>
      {overtaken ? <Overtaken mine={overtaken} onKeep={propose.mutate} /> : failure !== null && <ErrorNotice error={failure} />}
      <div className="flex flex-wrap items-center justify-end gap-2.5">
        <span className="me-auto text-xs text-ink-3">{t('semantics.waitsHint')}</span>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
        <Button type="submit" look="primary" busy={propose.isPending} disabled={disabled}>
          {t('semantics.save')}
        </Button>
      </div>
    </FormActions>
  );
}
