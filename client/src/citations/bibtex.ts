import { type Citation, isWork } from './citation.ts';

/**
 * Citations as BibTeX, for BibTeX itself and for biblatex; in UTF-8. Neither has a type for treaties, so they are
 * `@misc`. What is no work cited is left out.
 */
export function bibtexOf(citations: readonly Citation[]): string {
  const keys = new Keys();
  return citations
    .filter(isWork)
    .map((citation) => entry(citation, keys.for(citation)))
    .join('\n');
}

function entry(citation: Citation, key: string): string {
  const { titleZh, titleEn, date, place, registration, inForce, parties, link, kind } = citation;
  const note = [
    registration,
    parties.length > 0 && `Parties: ${parties.join(', ')}`,
    inForce && `Entered into force: ${inForce}`,
  ].filter(Boolean);
  const fields: [name: string, value: string | undefined][] = [
    // In braces of its own, so that no style changes its letters.
    ['title', `{${escaped(titleZh)}}`],
    ['titleaddon', titleEn && `{${escaped(titleEn)}}`],
    // The one for biblatex, the other for BibTeX.
    ['date', date],
    ['year', date?.slice(0, 4)],
    ['address', place && escaped(place)],
    ['note', note.length > 0 ? escaped(note.join('. ')) : undefined],
    ['keywords', kind],
    ['langid', 'chinese'],
    ['url', link && address(link)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@misc{${key},\n${lines.join('')}}\n`;
}

/** Ids of the registry are keys as they are; the titles of what it does not know are none, being in Chinese. */
class Keys {
  readonly #taken = new Set<string>();
  /** The last number that stands behind a stem. */
  readonly #numbers = new Map<string, number>();

  for({ identity }: Citation): string {
    const id = /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(identity) ? identity : undefined;
    let key = id ?? this.#numbered('unregistered');
    while (this.#taken.has(key)) key = this.#numbered(id ?? 'unregistered');
    this.#taken.add(key);
    return key;
  }

  #numbered(stem: string): string {
    const number = (this.#numbers.get(stem) ?? (stem === 'unregistered' ? 0 : 1)) + 1;
    this.#numbers.set(stem, number);
    return `${stem}-${number}`;
  }
}

const special: Readonly<Record<string, string>> = {
  // BibTeX counts braces whether or not a backslash stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

function escaped(text: string): string {
  return text.replace(/[{}\\~^#$%&_]/g, (sign) => special[sign]!);
}

/** An address is taken letter by letter, but for the signs that would end or break the field. */
function address(link: string): string {
  return link.replace(/[{}\\\s"]/g, encodeURIComponent);
}
