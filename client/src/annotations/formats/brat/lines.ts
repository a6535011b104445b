/** One line of a section of a brat configuration that says something. */
export interface BratEntry {
  /** What the type is called: the form that is stored first, then others. */
  readonly terms: readonly [string, ...string[]];
  /** `Arg1:A|B` as its name, without the marks of how often it may be, and its values. */
  readonly args: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** What is written where an argument should be and is none. */
  readonly strange: readonly string[];
  /** Whether it stands in the hierarchy only (`!`), and tags nothing. */
  readonly unusable: boolean;
  /** The number of characters of white space before it. */
  readonly depth: number;
  /** 1-based. */
  readonly line: number;
}

/** A line as it stands, for sections that have a syntax of their own. */
export interface BratLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface BratSection {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly BratLine[];
}

/** The sections of `annotation.conf` or `visual.conf`, without comments and blank lines. Source: brat's server/src/projectconfig.py. */
export function readSections(text: string): BratSection[] {
  const sections: { name: string; line: number; lines: BratLine[] }[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .forEach((each, index) => {
      const head = /^\s*\[(.*)\]\s*$/.exec(each);
      if (head) sections.push({ name: head[1]!, line: index + 1, lines: [] });
      else if (!/^\s*(?:#|$)/.test(each)) sections.at(-1)?.lines.push({ text: each, line: index + 1 });
    });
  return sections;
}

/** How long a line may come to be by its macros, in UTF-16 code units, and how many of them there may be: they may name each other over and over. */
const longestLine = 5000;
const mostMacros = 100;

/**
 * The entries of a section, macros (`<X>=A|B`) put in and separators (`-----`) passed over. A macro serves the lines
 * behind it in its section.
 * @param unreadable hears of each line that is none
 */
export function readEntries(section: BratSection, unreadable: (line: BratLine) => void): BratEntry[] {
  const macros: [name: string, value: string][] = [];
  const entries: BratEntry[] = [];
  for (const each of section.lines) {
    if (/^\s*-+\s*$/.test(each.text)) continue;
    const macro = /^<([a-zA-Z_-]+)>=(.*)$/.exec(each.text);
    const text = expanded(macro ? macro[2]!.trim() : each.text, macros);
    const entry = text === undefined || macro ? undefined : readEntry(text, each.line);
    if (entry) entries.push(entry);
    else if (macro && text !== undefined && macros.length < mostMacros) macros.push([`<${macro[1]}>`, text]);
    else unreadable(each);
  }
  return entries;
}

/** Undefined where it comes to be too long. */
function expanded(
  line: string,
  macros: readonly (readonly [name: string, value: string])[],
): string | undefined {
  let text = line;
  for (const [name, value] of macros) {
    const parts = text.split(name);
    if (text.length + (parts.length - 1) * value.length > longestLine) return undefined;
    text = parts.join(value);
  }
  return text;
}

function readEntry(text: string, line: number): BratEntry | undefined {
  const [, indent = '', name = '', rest = ''] = /^(\s*)(\S+)(?:\s+(.*))?$/.exec(text) ?? [];
  const written = name.split('|').filter((term) => term !== '');
  const [first, ...others] = written.map((term) => term.replace(/^!/, ''));
  if (first === undefined || first === '') return undefined;
  const args: { name: string; values: string[] }[] = [];
  const strange: string[] = [];
  for (const part of rest.split(',').map((each) => each.trim())) {
    const [, arg, values] = /^([^\s:]+?)(?:[?*+]|\{[\d,-]*\})?:(\S+)$/.exec(part) ?? [];
    if (arg !== undefined && values !== undefined) {
      args.push({ name: arg, values: values.split('|').filter((value) => value !== '') });
    } else if (part !== '') strange.push(part);
  }
  return {
    terms: [first, ...others],
    args,
    strange,
    unusable: written.some((term) => term.startsWith('!')),
    depth: indent.length,
    line,
  };
}
