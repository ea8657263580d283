import type { ReactNode } from 'react';

type Tone = 'plain' | 'teal' | 'ok' | 'warn' | 'bad';

const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-ink-2',
  teal: 'bg-teal-soft text-teal-ink',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-saffron-soft text-saffron-ink',
  bad: 'bg-bad-soft text-bad',
};

export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`inline-flex h-6 max-w-full shrink-0 items-center gap-1.5 rounded-full px-[9px] text-xs font-[500] whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
