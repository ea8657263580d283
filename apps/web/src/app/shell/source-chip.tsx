import type { DataSourceId } from '@majed-vanna/contract';
import { Chip } from '../../components/ui/chip.tsx';
import { DIALECT_NAMES } from '../../lib/dialect-names.ts';
import { trpc } from '../../lib/trpc.ts';

/** Where the answers come from; null means the default source. */
export function SourceChip({ dataSourceId }: { readonly dataSourceId: DataSourceId | null }) {
  const sources = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  const source = sources.data?.find((candidate) => (dataSourceId === null ? candidate.isDefault : candidate.id === dataSourceId));
  if (!source) return null;
  return (
    <span className="hidden min-w-0 sm:block">
      <Chip>
        <span className="truncate">
          <bdi>{source.name}</bdi> · <bdi>{DIALECT_NAMES[source.dialect]}</bdi>
        </span>
      </Chip>
    </span>
  );
}
