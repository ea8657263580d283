import type { ReactNode } from 'react';
import { Brand } from '../../components/ui/brand.tsx';
import { Preferences } from '../shell/preferences.tsx';

/** A page with one card: sign-in, password. */
export function PlainPage({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex items-center justify-between px-5 py-4 sm:px-8">
        <Brand />
        <Preferences />
      </header>
      <main className="mx-auto w-full max-w-[420px] flex-1 px-4 pt-[8vh] pb-16">
        <div className="card px-6 py-7 sm:px-[30px]">
          <h1 className="text-xl font-title tracking-[-0.015em]">{title}</h1>
          <p className="mt-1 mb-5 text-ink-2">{text}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
