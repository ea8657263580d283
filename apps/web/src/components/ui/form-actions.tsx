import type { ReactNode } from 'react';

/** The end of a form longer than its dialog: what came of it and what can be done stay in sight; the shadow covers the room below it. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 grid gap-3 border-t border-line bg-surface pt-3 pb-1 shadow-[0_1.5rem_0_var(--surface)]">
      {children}
    </div>
  );
}
