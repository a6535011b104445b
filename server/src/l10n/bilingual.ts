import { language } from './language.ts';

/** A text in both languages, written where it is used; {0}, {1} … stand for values. */
export interface Bilingual {
  /** In English, where one of a thing and many are told apart by the first value. */
  readonly en: string | { readonly one: string; readonly many: string };
  readonly zh: string;
}

/** The text in the language of this process, with its values. */
export function say({ en, zh }: Bilingual, values: readonly (string | number)[] = []): string {
  const english = typeof en === 'string' ? en : values[0] === 1 ? en.one : en.many;
  return (language() === 'zh-cn' ? zh : english).replace(/\{(\d)\}/g, (hole, index) => {
    const value = values[Number(index)];
    return value === undefined ? hole : String(value);
  });
}
