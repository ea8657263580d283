import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

/** Explanations may quote cell values: sanitised, and without pictures that would call other hosts. */
export function AnswerText({ markdown }: { readonly markdown: string }) {
  return (
    <div
      dir="auto"
      className="mt-3 grid gap-2 text-s text-ink-2 [&_a]:text-teal [&_a]:underline [&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-xs [&_li]:ms-5 [&_ol]:list-decimal [&_ul]:list-disc"
    >
      <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} disallowedElements={['img']} unwrapDisallowed>
        {markdown}
      </Markdown>
    </div>
  );
}
