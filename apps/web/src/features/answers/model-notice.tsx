import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/ui/notice.tsx';
import { trpc } from '../../lib/trpc.ts';

/** While a model is away, it may be back at any moment. */
const LOOK_AGAIN_MS = 15_000;

/** Says so when answers come without the language model that is meant to be there. */
export function ModelNotice() {
  const { t } = useTranslation();
  const { data } = trpc.models.availability.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.state === 'resting' ? LOOK_AGAIN_MS : false),
  });
  if (data?.state !== 'resting' && data?.state !== 'quota_reached') return null;
  return (
    <Notice tone="warn" className="mx-auto mb-2.5 max-w-[880px]">
      <p>{t(`chat.modelState.${data.state}`)}</p>
    </Notice>
  );
}
