import type { Citation } from './citation.ts';

/** A citation as one puts it into a footnote, in one line: names, place and date, where it is registered. */
export function citationText(citation: Citation, language: 'en' | 'zh'): string {
  const { titleZh, titleEn, place, date, registration, link } = citation;
  const chinese = `《${titleZh}》`;
  const day = date && dateInWords(date, language);
  if (language === 'zh') return [chinese, place, day, registration, link].filter(Boolean).join('，');
  const title = titleEn ? `${titleEn} (${chinese})` : chinese;
  return [title, place, day, registration, link].filter(Boolean).join(', ');
}

/** `2001-07` as July 2001 or 2001年7月; what is no such date, as it is. */
function dateInWords(iso: string, language: 'en' | 'zh'): string {
  const [whole, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? [];
  if (whole === undefined || !month) return language === 'zh' && whole ? `${year}年` : iso;
  if (language === 'zh') return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, Number(month) - 1),
  );
  return `${day ? `${Number(day)} ` : ''}${name} ${year}`;
}
