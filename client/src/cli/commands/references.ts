import { citedInstruments } from '../../../../server/src/features/cited-instruments.ts';
import { type Mention, titleOf } from '../../../../server/src/features/mentions.ts';
import type { ReferenceForm } from '../../../../server/src/instruments/reference.ts';
import type { StatementService } from '../../../../server/src/service.ts';
import { LineTable } from '../../../../server/src/text/lines.ts';
import { type Citation, citationsOf } from '../../citations/citation.ts';
import { byteOrderMark, writeCitations } from '../../citations/format.ts';
import type { ReferencesCommand } from '../command-line.ts';
import { jsonLines } from '../json.ts';
import type { Messages } from '../messages.ts';
import { serviceFor } from '../own-instruments.ts';
import { readSource, type Source } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';
import { padded, terminalWidth } from '../terminal-width.ts';

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
  const { references } = service.analyse(source.text);
  terminal.out(json ? jsonLines(recordsOf(references, source)) : readable(references, source, say));
  return 0;
}

/** The references in order of place. */
function recordsOf(references: readonly Mention[], { textStart }: Source): MentionRecord[] {
  return references.map(({ range, text, form, instrument, candidates, members }) => ({
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

/** A table with the widest column, the text, last. */
function readable(references: readonly Mention[], { raw, textStart }: Source, say: Messages): string {
  if (references.length === 0) return `${say.noReferences}\n`;
  const lines = new LineTable(raw);
  const rows = references.map((mention) => {
    const { line, character } = lines.positionAt(mention.range.raw.start + textStart);
    const place = `${line + 1}:${character + 1}`;
    return [place, say.forms[mention.form], meaning(mention, references), visible(mention.text)] as const;
  });
  const table = [say.referenceColumns, ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => terminalWidth(row[column]!))));
  const line = (row: readonly string[]) => row.map((cell, column) => padded(cell, widths[column] ?? 0));
  return table.map((row) => `${line(row).join('  ')}\n`).join('');
}

/** Candidates of which more are only counted. */
const mostCandidates = 2;

/**
 * What a mention is to: ids of the registry, and for what it does not have the title that a short form stands for;
 * with a question mark where that is not certain.
 */
function meaning(mention: Mention, references: readonly Mention[]): string {
  const { instrument, members, candidates, text } = mention;
  if (instrument !== null) return instrument;
  if (members !== undefined) return visible(members.join('+'));
  if (candidates.length > 0) {
    const more = candidates.length - mostCandidates;
    const shown = candidates.slice(0, mostCandidates).join('|');
    return visible(`${shown}${more > 0 ? `|+${more}` : ''}?`);
  }
  const title = titleOf(mention, references);
  return title === text ? '?' : visible(title);
}
