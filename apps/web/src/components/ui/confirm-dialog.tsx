import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from './button.tsx';
import { ErrorNotice } from './error-notice.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** The verb on the button. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is gone for good. */
export function ConfirmDialog({ open, title, text, confirm, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-30 bg-veil transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="popup fixed inset-x-4 top-[22vh] z-40 mx-auto max-w-[420px] rounded-lg p-6">
          <AlertDialog.Title className="text-l font-title tracking-[-0.01em]">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-s break-words text-ink-2">{text}</AlertDialog.Description>
          {error !== null && <ErrorNotice error={error} className="mt-4" />}
          <div className="mt-5 flex justify-end gap-2.5">
            <AlertDialog.Close className={buttonClass()}>{t('shell.cancel')}</AlertDialog.Close>
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
