import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { Menu } from '../../components/ui/menu.tsx';
import { PreferenceChoices } from './preference-choices.tsx';

/** Language and theme where nobody is signed in. */
export function Preferences() {
  const { t } = useTranslation();
  return (
    <Menu align="end" trigger={<IconButton icon="globe" label={`${t('shell.language')}, ${t('shell.theme')}`} />}>
      <PreferenceChoices />
    </Menu>
  );
}
