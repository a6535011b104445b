import type { Finding } from '../../../../server/src/analysis.ts';
import type { ArtefactClass, Level, RuleId } from '../../../../server/src/artefacts/artefact.ts';
import { setLanguage } from '../../../../server/src/l10n/language.ts';
import { artefactMessage } from '../../../../server/src/l10n/rules.ts';
import { createStatementService } from '../../../../server/src/service.ts';
import type { Edit } from '../../../../server/src/text/edit.ts';
import { LineTable } from '../../../../server/src/text/lines.ts';
import type { Levels } from '../command-line.ts';
import { jsonLines } from '../json.ts';
import type { Messages } from '../messages.ts';
import { readSource, type Source } from '../source.ts';
import { readTags } from '../tags.ts';
import { type Terminal, visible } from '../terminal.ts';

/** A finding; offsets UTF-16, half-open, in the raw file. */
export interface FindingRecord {
  /** As named on the command line. */
  readonly file: string;
  readonly rule: RuleId;
  readonly class: ArtefactClass;
  readonly level: Exclude<Level, 'off'>;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** From the weightiest on. */
const levels = ['error', 'warning', 'information', 'hint'] as const;

export async function lint(
  asked: { readonly files: readonly string[]; readonly json: boolean; readonly levels: Levels },
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1> {
  setLanguage(say.language);
  const records: FindingRecord[] = [];
  for (const file of asked.files) {
    const source = await readSource(file, terminal);
    for (const record of await findingsIn(source, asked.levels, terminal, say)) records.push(record);
  }
  terminal.out(asked.json ? jsonLines(records) : readable(records, asked.files.length, say));
  return records.some(({ level }) => level === 'error' || level === 'warning') ? 1 : 0;
}

async function findingsIn(
  source: Source,
  levels: Levels,
  terminal: Terminal,
  say: Messages,
): Promise<FindingRecord[]> {
  const service = createStatementService();
  const analysis = service.analyse(source.text);
  const { asPrinted } = await readTags(source, terminal, say);
  const lines = new LineTable(source.raw);
  return service.findings(analysis, { levels, asPrinted }).map((finding) => recordOf(finding, source, lines));
}

function recordOf(finding: Finding, { name, textStart }: Source, lines: LineTable): FindingRecord {
  const start = finding.start + textStart;
  const { line, character } = lines.positionAt(start);
  return {
    file: name,
    rule: finding.rule,
    class: finding.class,
    level: finding.level,
    start,
    end: finding.end + textStart,
    line: line + 1,
    column: character + 1,
    message: artefactMessage(finding),
    edits: finding.edits.map((edit) => ({
      start: edit.start + textStart,
      end: edit.end + textStart,
      text: edit.text,
    })),
  };
}

/** One line a finding, as compilers write them, and a summary. */
function readable(records: readonly FindingRecord[], files: number, say: Messages): string {
  if (records.length === 0) return `${say.nothingFound(files)}\n`;
  const rows = records.map(
    ({ file, line, column, level, message, rule }) =>
      `${visible(file)}:${line}:${column}: ${say.levels[level]}: ${visible(message)} [${rule}]\n`,
  );
  const counts = levels
    .map((level) => [level, records.filter((record) => record.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => say.foundAtLevel(level, count));
  return `${rows.join('')}${say.found(records.length, files, counts)}\n`;
}
