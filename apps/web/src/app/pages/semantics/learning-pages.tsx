import { DislikesCard } from '../../../features/learning/dislikes-card.tsx';
import { QuestionList } from '../../../features/learning/question-list.tsx';
import { useSource } from './use-source.ts';

export function VerifiedPage() {
  const source = useSource();
  return source && <QuestionList dataSourceId={source.id} dialect={source.dialect} which="verified" />;
}

export function DraftsPage() {
  const source = useSource();
  return (
    source && (
      <div className="grid gap-4">
        <QuestionList dataSourceId={source.id} dialect={source.dialect} which="drafts" />
        <DislikesCard dataSourceId={source.id} />
      </div>
    )
  );
}

export function RejectedPage() {
  const source = useSource();
  return source && <QuestionList dataSourceId={source.id} dialect={source.dialect} which="rejected" />;
}
