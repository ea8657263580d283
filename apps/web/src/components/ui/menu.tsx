import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const ITEM =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-[7px] text-s text-ink-2 outline-none select-none data-highlighted:bg-sunken data-highlighted:text-ink';

interface MenuProps {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-40 outline-none">
          <Base.Popup className="popup max-w-[320px] min-w-[200px] p-1.5">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  icon,
  danger = false,
  children,
  onClick,
}: {
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly children: ReactNode;
  onClick(): void;
}) {
  return (
    <Base.Item onClick={onClick} className={`${ITEM} ${danger ? 'text-bad data-highlighted:text-bad' : ''}`}>
      {icon && <Icon name={icon} size={15} />}
      {children}
    </Base.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  onChange(value: T): void;
}

/** One of several, marked with a tick. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <Base.Group>
        <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-strong text-ink-3">{label}</Base.GroupLabel>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
            <span lang={option.lang} className="flex-1">
              {option.label}
            </span>
            <Base.RadioItemIndicator>
              <Icon name="check" size={14} className="text-teal" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
