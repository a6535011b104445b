/** An entry as BibTeX itself would read it. */
export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Entries by BibTeX's own rules: a value in braces ends at the brace that balances its first, and a backslash
 * before a brace changes nothing. Throws at anything that BibTeX would complain of.
 */
export function parseBibtex(text: string): BibEntry[] {
  const entries: BibEntry[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    const match = new RegExp(pattern, 'y');
    match.lastIndex = at;
    const [found] = match.exec(text) ?? [];
    if (found === undefined) throw new Error(`Not ${pattern} at ${at}: ${text.slice(at, at + 30)}`);
    at += found.length;
    return found;
  };
  const braced = (): string => {
    const from = at;
    take(/\{/);
    for (let depth = 1; depth > 0; at += 1) {
      if (at >= text.length) throw new Error('A value does not end.');
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
    }
    return text.slice(from + 1, at - 1);
  };
  for (take(/\s*/); at < text.length; take(/\s*/)) {
    const type = take(/@[a-z]+/).slice(1);
    take(/\{/);
    const key = take(/[A-Za-z0-9][A-Za-z0-9.-]*/);
    const fields: Record<string, string> = {};
    while (text[at] === ',') {
      take(/,\s*/);
      if (text[at] === '}') break;
      const name = take(/[a-z]+/);
      take(/ = /);
      if (name in fields) throw new Error(`Twice ${name}.`);
      fields[name] = braced();
    }
    take(/\s*\}/);
    if (entries.some((entry) => entry.key === key)) throw new Error(`Two entries ${key}.`);
    entries.push({ type, key, fields });
  }
  return entries;
}

const signs: Readonly<Record<string, string>> = {
  '\\textbraceleft{}': '{',
  '\\textbraceright{}': '}',
  '\\textbackslash{}': '\\',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^',
};

/** What TeX sets for a value; throws where it would take a sign for something else than itself. */
export function typeset(value: string): string {
  const inner = /^\{(.*)\}$/s.exec(value)?.[1] ?? value;
  return inner.replace(/\\text\w+\{\}|\\([#$%&_])|([{}\\~^#$%&_])/g, (all, escaped, bare) => {
    if (bare) throw new Error(`TeX would not print ${bare} in ${value}`);
    return escaped ?? signs[all] ?? all;
  });
}
