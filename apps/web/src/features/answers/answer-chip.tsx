import type { Receipt } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/ui/chip.tsx';

/** Troubles known before the model was asked. */
const NOT_ASKED = ['quota_reached', 'resting', 'not_usable'];

/** Who answered, where it was not the language model. */
export function AnswerChip({ receipt: { engine, model, modelTrouble } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  if (engine === 'verified') return <Chip tone="ok">{t('answer.verified')}</Chip>;
  if (engine === 'manual')
    return (
      <Chip tone="warn" title={t('learning.manualText')}>
        {t('learning.manual')}
      </Chip>
    );
  if (engine !== 'embedded') return null;
  if (model == null)
    return (
      <Chip tone="teal" title={t('answer.withoutModelText')}>
        {t('answer.withoutModel')}
      </Chip>
    );
  const notAsked = modelTrouble != null && NOT_ASKED.includes(modelTrouble);
  return (
    <Chip tone="warn" title={t(notAsked ? 'answer.modelNotAskedText' : 'answer.modelFailedText')}>
      {t(notAsked ? 'answer.modelNotAsked' : 'answer.modelFailed')}
    </Chip>
  );
}
