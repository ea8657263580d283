import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { setDrawerOpen } from './drawer-state.ts';

export function PageHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="flex h-[54px] shrink-0 items-center gap-2.5 border-b border-line px-3 md:px-6">
      <IconButton icon="menu" label={t('shell.openMenu')} onClick={() => setDrawerOpen(true)} className="md:hidden" />
      <h1 dir="auto" className="min-w-0 truncate align-parent text-m font-[580]">
        {title}
      </h1>
      {children}
    </header>
  );
}
