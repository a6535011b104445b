import type { Language } from './messages.ts';

/** What `--locale` may say, as the help tells. */
export const locales = ['en', 'zh-cn'] as const;

/** Whether `--locale` may say this: English or Chinese of whatever country, in any spelling that systems use. */
export function isLocale(locale: string): boolean {
  return /^(?:en|zh)(?:[-_.@]|$)/i.test(locale);
}

/**
 * The language of messages: what `--locale` says where that is known, else the first of LC_ALL, LC_MESSAGES and
 * LANG that says anything (POSIX), else the system's. Chinese for any kind of Chinese, English for all else.
 */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const option = localeOption(args);
  if (option !== undefined && isLocale(option)) return languageNamed(option);
  return languageNamed(env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale());
}

function languageNamed(locale: string): Language {
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

/** Looked for before all else is understood, so that a complaint about the rest is in the right language. */
function localeOption(args: readonly string[]): string | undefined {
  let locale: string | undefined;
  for (const [index, arg] of args.entries()) {
    if (arg === '--') break;
    if (arg.startsWith('--locale=')) locale = arg.slice('--locale='.length);
    else if (arg === '--locale') locale = args[index + 1];
  }
  return locale;
}

/** Windows says nothing in the environment. */
function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
