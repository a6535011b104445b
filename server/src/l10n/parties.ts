import { language } from './language.ts';

/** The name of a party in the language of the user: ISO 3166 alpha-2 codes as countries, acronyms as they are. */
export function partyName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = new Intl.DisplayNames(language() === 'zh-cn' ? 'zh-Hans' : 'en', { type: 'region' });
  return names.of(code) ?? code;
}
