import { Toast } from '@base-ui/react/toast';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

export const toasts = Toast.createToastManager();

/** Short confirmations below the top bar, where they cover nothing one types into; errors stay where they happened. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} timeout={4_000} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 top-16 z-50 flex flex-col items-center gap-2 outline-none">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { t } = useTranslation();
  const { toasts: shown } = Toast.useToastManager();
  return shown.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} swipeDirection={[]} className="popup data-limited:hidden">
      <Toast.Content className="flex items-center gap-2.5 py-2 ps-3.5 pe-2 text-s">
        <Icon name={toast.type === 'bad' ? 'warn' : 'check'} className={toast.type === 'bad' ? 'text-bad' : 'text-ok'} />
        <Toast.Title className="font-[450]" />
        <Toast.Close
          aria-label={t('shell.close')}
          className="grid size-7 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <Icon name="close" size={13} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
