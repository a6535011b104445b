/** The two texts that a version control system has put into one file, and the one before them where it tells. */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

/** The first line (1-based) that is the mark of a conflict's beginning; undefined where there is none. */
export function firstMarker(text: string): number | undefined {
  const at = /^<{7,}(?: .*)?\r?$/m.exec(text)?.index;
  return at === undefined ? undefined : text.slice(0, at).split('\n').length;
}

/**
 * Takes apart a file with conflict markers as Git, Mercurial and Subversion write them, with or without the version
 * before (`|||||||`, which may hold longer markers of its own). Null where a marker has no end, or there is none.
 */
export function splitSides(text: string): MarkedSides | null {
  const ours: string[] = [];
  const theirs: string[] = [];
  const base: string[] = [];
  let part: 'common' | 'ours' | 'base' | 'theirs' = 'common';
  let size = 0;
  let conflicts = 0;
  let based = 0;
  for (const line of text.split('\n')) {
    const [, run = '', sign = ''] = /^((.)\2{6,})(?: .*)?\r?$/.exec(line) ?? [];
    if (part === 'common' && sign === '<') {
      size = run.length;
      part = 'ours';
      conflicts += 1;
    } else if (part === 'ours' && sign === '|' && run.length === size) {
      part = 'base';
      based += 1;
    } else if ((part === 'ours' || part === 'base') && sign === '=' && run.length === size) part = 'theirs';
    else if (part === 'theirs' && sign === '>' && run.length === size) part = 'common';
    else {
      if (part === 'common' || part === 'ours') ours.push(line);
      if (part === 'common' || part === 'theirs') theirs.push(line);
      if (part === 'common' || part === 'base') base.push(line);
    }
  }
  if (conflicts === 0 || part !== 'common') return null;
  const sides = { ours: ours.join('\n'), theirs: theirs.join('\n') };
  return based === conflicts ? { ...sides, base: base.join('\n') } : sides;
}
