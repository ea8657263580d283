import { useTranslation } from 'react-i18next';

/** What a part of a statement is called, by its place in the body. */
export function usePartName(): (path: string) => string {
  const { t } = useTranslation();
  return (path) => {
    const [part = '', ...rest] = path.split('.');
    const last = rest.at(-1);
    const lang = last === 'ar' ? 'ar' : 'en';
    switch (part) {
      case 'words':
        return t(`semantics.part.words.${lang}`);
      case 'plural':
        return t(`semantics.plural.${lang}`);
      case 'values':
        return t(`semantics.part.value.${lang}`, { value: rest.slice(0, -1).join('.') });
      case 'description':
      case 'displayColumn':
      case 'currency':
      case 'expression':
      case 'filter':
      case 'dateColumn':
      case 'rejected':
        return t(`semantics.${part}`);
      case 'format':
        return t('semantics.formatLabel');
      case 'table':
        return t('semantics.ofTable');
      case 'valueKind':
        return t('semantics.valueKindLabel');
      case 'cardinality':
        return t('semantics.cardinalityLabel');
      case 'from':
      case 'to':
        return t(`semantics.${last === 'table' ? 'joinTable' : 'joinColumns'}.${part}`);
      case 'condition':
        return t(last === 'table' ? 'semantics.ofTable' : 'semantics.condition');
      default:
        return path;
    }
  };
}
