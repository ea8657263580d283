import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { rank, WIZARD_STEPS, type WizardState, type WizardStep } from './wizard-state.ts';

interface StepperProps {
  readonly state: WizardState;
  onGo(step: WizardStep): void;
}

/** Where one is; a step that was reached opens again. */
export function Stepper({ state, onGo }: StepperProps) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('setup.steps')} className="flex gap-2 md:flex-col md:gap-0">
      {WIZARD_STEPS.map((step, i) => {
        const current = step === state.step;
        const done = !current && rank(step) < rank(state.reached);
        const note = step === 'administrator' && done ? state.username : t(`setup.stepNote.${step}`);
        return (
          <li key={step} className="max-md:flex-auto md:min-w-0">
            <button
              type="button"
              disabled={rank(step) > rank(state.reached)}
              aria-current={current ? 'step' : undefined}
              onClick={() => onGo(step)}
              className={`flex w-full items-center gap-3 rounded-sm py-2 text-start max-md:flex-col max-md:gap-1 md:grid md:grid-cols-[26px_1fr] md:items-start ${current ? 'text-ink' : 'text-ink-3 enabled:hover:text-ink'}`}
            >
              <Mark number={i + 1} current={current} done={done} label={done ? t('setup.done') : null} />
              <span className="max-md:text-center md:min-w-0 md:max-w-full">
                <span className="block text-m font-strong max-md:text-xs md:truncate">{t(`setup.step.${step}`)}</span>
                <span className={`block truncate text-xs max-md:hidden ${current ? 'text-ink-2' : ''}`}>
                  <bdi>{note}</bdi>
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({
  number,
  current,
  done,
  label,
}: {
  readonly number: number;
  readonly current: boolean;
  readonly done: boolean;
  readonly label: string | null;
}) {
  const look = current ? 'bg-teal text-on-teal' : done ? 'bg-ok-soft text-ok' : 'border border-line-strong';
  return (
    <span className={`num grid size-[26px] shrink-0 place-items-center rounded-full text-xs font-[600] ${look}`}>
      {done && label ? <Icon name="check" size={13} label={label} /> : number}
    </span>
  );
}
