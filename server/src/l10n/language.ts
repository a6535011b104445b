import { config, t } from '@vscode/l10n';
import chinese from './bundle.l10n.zh-cn.json' with { type: 'json' };

/** The languages that every message exists in. */
export type Language = 'en' | 'zh-cn';

let current: Language = 'en';

/**
 * Sets the language of all messages of this process, by a BCP 47 tag: Chinese for any kind of Chinese, English
 * for all else. The Chinese messages are part of the program: nothing is read from disk.
 */
export function setLanguage(locale: string | undefined): void {
  current = /^zh(?![a-z])/i.test(locale ?? '') ? 'zh-cn' : 'en';
  config({ contents: current === 'zh-cn' ? chinese : {} });
}

export function language(): Language {
  return current;
}

export { t };
