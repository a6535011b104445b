import type { InstrumentKind, InstrumentStatus, Provision } from '../instruments/instrument.ts';
import { language, t } from '../l10n/language.ts';

/** A kind of instrument in the language of the user. */
export function instrumentKindInWords(kind: InstrumentKind): string {
  switch (kind) {
    case 'treaty':
      return t('treaty');
    case 'agreement':
      return t('agreement');
    case 'convention':
      return t('convention');
    case 'covenant':
      return t('covenant');
    case 'protocol':
      return t('protocol');
    case 'charter':
      return t('charter');
    case 'constitution':
      return t('constitution of an organisation');
    case 'statute':
      return t('statute');
    case 'regulations':
      return t('regulations');
    case 'exchange-of-notes':
      return t('exchange of notes');
    case 'joint-statement':
      return t('joint statement');
    case 'communique':
      return t('communiqué');
    case 'declaration':
      return t('declaration');
    case 'act':
      return t('act');
    case 'resolution':
      return t('resolution');
    case 'plan':
      return t('plan');
    case 'initiative':
      return t('initiative');
    case 'principles':
      return t('principles');
    case 'draft':
      return t('draft');
    case 'collective':
      return t('collective name');
  }
}

/** A status of an instrument in the language of the user. */
export function instrumentStatusInWords(status: InstrumentStatus): string {
  switch (status) {
    case 'in-force':
      return t('in force');
    case 'not-in-force':
      return t('not in force');
    case 'terminated':
      return t('terminated');
    case 'draft':
      return t('not yet concluded');
    case 'political':
      return t('political, not legally binding');
  }
}

/** A provision in the language of the user, after its article. */
export function provisionInWords({ article, zh, en }: Provision): string {
  const text = language() === 'zh-cn' ? zh : en;
  return article === undefined ? text : `${articleInWords(article)}${t(': ')}${text}`;
}

/** `2(4)` as Article 2(4) or 第2条第4款; what is printed otherwise, as it is. */
function articleInWords(article: string): string {
  const [whole, number = '', paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (whole === undefined) return article;
  return paragraph === undefined ? t('Article {0}', number) : t('Article {0}({1})', number, paragraph);
}
