import { Switch as Base } from '@base-ui/react/switch';

interface SwitchProps {
  /** Read out: the switch itself shows no text. */
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  onChange(checked: boolean): void;
}

/** On or off, in force at once. */
export function Switch({ label, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="inline-flex h-[22px] w-[38px] shrink-0 items-center rounded-full border border-line-strong bg-sunken p-[2px] align-middle data-checked:border-teal data-checked:bg-teal data-disabled:opacity-60"
    >
      <Base.Thumb className="size-4 rounded-full bg-ink-3 transition-transform motion-reduce:transition-none data-checked:translate-x-4 data-checked:bg-on-teal rtl:data-checked:-translate-x-4" />
    </Base.Root>
  );
}
