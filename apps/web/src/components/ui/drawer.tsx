import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface DrawerProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: ReactNode;
  /** Stays in sight below what scrolls. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  onClose(): void;
}

/** A panel at the end side of the page: details and editors that leave the list in sight. */
export function Drawer({ title, description, children, foot, wide = false, onClose }: DrawerProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-veil transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={`fixed inset-y-0 end-0 z-40 flex w-full flex-col border-s border-line bg-surface shadow-float outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 ${wide ? 'max-w-[760px]' : 'max-w-[520px]'}`}
        >
          <div className="flex items-start gap-3 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-l font-title tracking-[-0.01em] break-words">
                <bdi>{title}</bdi>
              </Base.Title>
              {description && <Base.Description className="text-s break-words text-ink-2">{description}</Base.Description>}
            </div>
            <Base.Close
              aria-label={t('shell.close')}
              className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink"
            >
              <Icon name="close" />
            </Base.Close>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what is longer than the screen. */}
          <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-5 py-4 outline-offset-[-2px]">
            {children}
          </div>
          {foot && <div className="flex flex-wrap justify-end gap-2.5 border-t border-line px-5 py-3">{foot}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
