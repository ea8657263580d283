import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: ReactNode;
  /** Absent: the dialog cannot be dismissed. */
  readonly onClose?: (() => void) | undefined;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly wide?: boolean;
}

export function Dialog({ open, title, description, children, onClose, initialFocus, wide = false }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose?.()} disablePointerDismissal={!onClose}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-veil transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          className={`popup fixed inset-x-4 top-[14vh] z-40 mx-auto max-h-[78vh] overflow-auto rounded-lg p-6 ${wide ? 'max-w-[560px]' : 'max-w-[420px]'}`}
        >
          <Base.Title className="text-l font-title tracking-[-0.01em]">{title}</Base.Title>
          {description && <Base.Description className="mt-1 text-s break-words text-ink-2">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
