import { Radio } from '@base-ui/react/radio';
import { useId } from 'react';

/** One of a few in a `RadioGroup`, with what it means. */
export function ChoiceCard({ value, name, text }: { readonly value: string; readonly name: string; readonly text: string }) {
  const id = useId();
  return (
    <Radio.Root
      value={value}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-text`}
      className="block cursor-pointer rounded-md border border-line-strong px-4 py-3.5 text-start hover:border-ink-3 data-checked:border-teal data-checked:shadow-[0_0_0_3px_var(--teal-soft)]"
    >
      <span id={`${id}-name`} className="block font-strong">
        {name}
      </span>
      <span id={`${id}-text`} className="block text-s text-ink-3">
        {text}
      </span>
    </Radio.Root>
  );
}
