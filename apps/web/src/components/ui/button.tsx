import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

const LOOKS: Record<Look, string> = {
  plain: 'border-line-strong bg-surface text-ink enabled:hover:bg-sunken',
  primary: 'border-transparent bg-teal text-on-teal enabled:hover:bg-teal-hover',
  danger: 'border-transparent bg-bad text-on-bad enabled:hover:opacity-90',
  quiet: 'border-transparent bg-transparent text-ink-2 enabled:hover:bg-sunken enabled:hover:text-ink',
};

export function buttonClass(look: Look = 'plain'): string {
  return `inline-flex h-[34px] shrink-0 items-center justify-center gap-2 rounded-sm border px-[13px] text-s font-label whitespace-nowrap select-none disabled:opacity-55 data-disabled:opacity-55 ${LOOKS[look]}`;
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
  readonly icon?: IconName;
  /** Work is under way: a second press must not start it again. */
  readonly busy?: boolean;
}

export function Button({ look = 'plain', icon, busy = false, className = '', children, disabled, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} disabled={disabled || busy} aria-busy={busy || undefined} className={`${buttonClass(look)} ${className}`} {...rest}>
      {busy ? <Spinner /> : icon && <Icon name={icon} size={15} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: number;
}

export function IconButton({ icon, label, size = 16, className = '', type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={`grid size-8 shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-50 ${className}`}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
