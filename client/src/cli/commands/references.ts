import { citedInstruments } from '../../../../server/src/features/cited-instruments.ts';
import type { ReferenceForm } from '../../../../server/src/instruments/reference.ts';
import type { StatementService } from '../../../../server/src/service.ts';
import { displayWidth } from '../../../../server/src/text/display-width.ts';
import { LineTable } from '../../../../server/src/text/lines.ts';
import { type Citation, citationsOf } from '../../citations/citation.ts';
import { byteOrderMark, writeCitations } from '../../citations/format.ts';
import type { ReferencesCommand } from '../command-line.ts';
import { jsonLines } from '../json.ts';
import type { Messages } from '../messages.ts';
import { serviceFor } from '../own-instruments.ts';
import { readSource, type Source } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';

/** A mention of an instrument; offsets UTF-16, half-open, in the raw file. */
export interface MentionRecord {
  readonly start: number;
  readonly end: number;
  /** Clean, with its 《》. */
  readonly text: string;
  readonly form: ReferenceForm;
  /** Id in the registry; null where unresolved. */
  readonly instrument: string | null;
  /** Ids, or titles in 《》, that fit equally well. */
  readonly candidates: readonly string[];
  /** The same of several that are all meant (上述两公约); absent elsewhere. */
  readonly members?: readonly string[];
}

export async function references(
  { file, json, format, bom, encoding }: ReferencesCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0> {
  const source = await readSource(file, terminal, encoding);
  const service = serviceFor(source, terminal, say);
  if (format) {
    terminal.out((bom ? byteOrderMark : '') + writeCitations(citationsIn(source, service), format));
    return 0;
  }
  const mentions = referencesOf(source, service);
  terminal.out(json ? jsonLines(mentions) : readable(mentions, source, say));
  return 0;
}

/** The references in order of place. */
function referencesOf({ text, textStart }: Source, { analyse }: StatementService): MentionRecord[] {
  return analyse(text).references.map(({ range, text, form, instrument, candidates, members }) => ({
    start: range.raw.start + textStart,
    end: range.raw.end + textStart,
    text,
    form,
    instrument,
    candidates,
    ...(members === undefined ? {} : { members }),
  }));
}

/** What the file cites. */
function citationsIn({ text }: Source, { analyse, registry }: StatementService): Citation[] {
  const lines = new LineTable(text);
  return citationsOf(citedInstruments({ version: 0, analysis: analyse(text) }, registry), (offset) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  });
}

/** A table with the widest column, the text, last; an instrument that is not certain has a question mark. */
function readable(mentions: readonly MentionRecord[], { raw }: Source, say: Messages): string {
  if (mentions.length === 0) return `${say.noReferences}\n`;
  const lines = new LineTable(raw);
  const rows = mentions.map(({ start, form, instrument, candidates, members, text }) => {
    const { line, character } = lines.positionAt(start);
    const several = members?.join('+');
    const named = instrument ?? several ?? (candidates.length === 0 ? '?' : `${candidates.join('|')}?`);
    return [`${line + 1}:${character + 1}`, form, named, visible(text)] as const;
  });
  const table = [say.referenceColumns, ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => displayWidth(row[column]!).max)));
  const padded = (cell: string, column: number) => {
    const width = widths[column];
    return width === undefined ? cell : cell + ' '.repeat(width - displayWidth(cell).max);
  };
  return table.map((row) => `${row.map(padded).join('  ')}\n`).join('');
}
