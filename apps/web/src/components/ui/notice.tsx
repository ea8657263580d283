import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'info' | 'ok' | 'warn' | 'bad';

const TONES: Record<Tone, string> = {
  info: 'bg-sunken text-ink-2',
  ok: 'bg-ok-soft text-ink',
  warn: 'bg-saffron-soft text-saffron-ink',
  bad: 'bg-bad-soft text-ink',
};
const ICONS: Record<Tone, IconName> = { info: 'info', ok: 'check', warn: 'warn', bad: 'warn' };
const INKS: Record<Tone, string> = { info: 'text-ink-3', ok: 'text-ok', warn: 'text-saffron-ink', bad: 'text-bad' };

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A short message in its place on the page. Bad news is announced at once, the rest when there is a pause. */
export function Notice({ tone, children, className = '' }: NoticeProps) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex items-center gap-2.5 rounded-md px-4 py-3 text-s ${TONES[tone]} ${className}`}
    >
      <Icon name={ICONS[tone]} className={INKS[tone]} />
      {children}
    </div>
  );
}
