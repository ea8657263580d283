import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { shownFailure } from './use-layer.ts';

interface FormFootProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled?: boolean;
  onCancel(): void;
}

export function FormFoot({ busy, error, disabled = false, onCancel }: FormFootProps) {
  const { t } = useTranslation();
  const failure = shownFailure(error);
  return (
    <>
      {failure !== null && <ErrorNotice error={failure} />}
      <div className="mt-1 flex flex-wrap items-center justify-end gap-2.5">
        <span className="me-auto text-xs text-ink-3">{t('semantics.waitsHint')}</span>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
        <Button type="submit" look="primary" busy={busy} disabled={disabled}>
          {t('semantics.save')}
        </Button>
      </div>
    </>
  );
}
