/** What a model is saying, quietly: the checked sentence takes its place. Plain text, as it was not checked. */
export function SaidText({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className="mt-3 text-start text-s whitespace-pre-line break-words text-ink-3">
      {text}
    </p>
  );
}
