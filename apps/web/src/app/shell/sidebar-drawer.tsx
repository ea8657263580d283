import { Dialog } from '@base-ui/react/dialog';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setDrawerOpen, useDrawerOpen } from './drawer-state.ts';
import { Sidebar } from './sidebar.tsx';

/** The side bar on a narrow screen. */
export function SidebarDrawer({ onShortcuts }: { onShortcuts(): void }) {
  const { t } = useTranslation();
  const open = useDrawerOpen();
  const path = useRouterState({ select: (state) => state.location.pathname });

  // The address: whoever went somewhere wants to see it.
  useEffect(() => setDrawerOpen(false), [path]);

  return (
    <Dialog.Root open={open} onOpenChange={setDrawerOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-veil md:hidden" />
        <Dialog.Popup className="fixed inset-y-0 start-0 z-20 flex w-[288px] max-w-[86vw] flex-col border-e border-line bg-sunken px-3 pt-3.5 pb-2 outline-none md:hidden">
          <Dialog.Title className="sr-only">{t('chat.history')}</Dialog.Title>
          <Sidebar onShortcuts={onShortcuts} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
