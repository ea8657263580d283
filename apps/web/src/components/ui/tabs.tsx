import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface Tab<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps<T extends string> {
  readonly value: T;
  readonly tabs: readonly Tab<T>[];
  onChange(value: T): void;
  /** Stands at the end of the row of tabs. */
  readonly end?: ReactNode;
}

export function Tabs<T extends string>({ value, tabs, onChange, end }: TabsProps<T>) {
  return (
    <Base.Root value={value} onValueChange={(next: T) => onChange(next)}>
      <div className="mt-1.5 flex items-center gap-3 border-b border-line ps-5 pe-3">
        <Base.List className="flex min-w-0 flex-1 gap-5 overflow-x-auto [scrollbar-width:none] text-s font-label text-ink-3">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className="py-2.5 whitespace-nowrap hover:text-ink data-active:text-ink data-active:shadow-[inset_0_-2px_var(--teal)]"
            >
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="outline-offset-[-2px]">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
