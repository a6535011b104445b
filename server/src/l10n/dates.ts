import { language } from './language.ts';

/** An ISO date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) as the language of the user writes it; anything else as it is. */
export function dateInWords(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (parts === null) return iso;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (language() === 'zh-cn') {
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  }
  if (month === undefined) return `${year}`;
  const date = new Date(Date.UTC(year!, month - 1, day ?? 1));
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}
