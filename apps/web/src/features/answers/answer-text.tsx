import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

const NOT_SHOWN = ['img', 'a', 'input'];

/** Explanations may quote cell values: sanitised, without pictures that would call other hosts and links that lead there. */
export function AnswerText({ markdown }: { readonly markdown: string }) {
  return (
    <div
      dir="auto"
      className="mt-3 grid gap-2 text-s text-ink-2 [&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-xs [&_li]:ms-5 [&_ol]:list-decimal [&_ul]:list-disc"
    >
      <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} disallowedElements={NOT_SHOWN} unwrapDisallowed>
        {markdown}
      </Markdown>
    </div>
  );
}
