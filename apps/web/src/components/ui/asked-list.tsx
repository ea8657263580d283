/** Questions of a conversation in their order; `className` for its height. */
export function AskedList({ questions, className = '' }: { readonly questions: readonly string[]; readonly className?: string }) {
  return (
    <ol className={`mt-1 list-inside list-decimal break-words ${className}`}>
      {questions.map((question, index) => (
        <li key={`${index}:${question}`}>
          <bdi>{question}</bdi>
        </li>
      ))}
    </ol>
  );
}
