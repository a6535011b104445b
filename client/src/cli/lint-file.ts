import type { Finding } from '../../../server/src/analysis.ts';
import type { ArtefactClass, Level, RuleId } from '../../../server/src/artefacts/artefact.ts';
import { setLanguage } from '../../../server/src/l10n/language.ts';
import { artefactMessage } from '../../../server/src/l10n/rules.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import type { FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import { LineTable } from '../../../server/src/text/lines.ts';
import type { LintCommand } from './command-line.ts';
import { jsonElements } from './json.ts';
import type { Messages } from './messages.ts';
import { serviceFor } from './own-instruments.ts';
import { resultOf, type SarifResult } from './sarif-result.ts';
import { readSource, type Source } from './source.ts';
import { readTags } from './tags.ts';
import { type Terminal, visible } from './terminal.ts';

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

/** What was found in one file, ready to be printed: threads would take long to hand over each finding. */
export interface LintedFile {
  readonly encoding: FileEncoding;
  /** How many findings there are of each level. */
  readonly counts: Readonly<Partial<Record<FindingRecord['level'], number>>>;
  /** text: a line each; json: an element each, a comma and a line end between them; sarif: nothing. */
  readonly printed: string;
  /** Empty unless SARIF was asked for. */
  readonly results: readonly SarifResult[];
}

/** @throws Failure where the file cannot be read */
export async function lintFile(
  file: string,
  asked: LintCommand,
  terminal: Terminal,
  say: Messages,
): Promise<LintedFile> {
  setLanguage(say.language);
  const source = await readSource(file, terminal, asked.encoding);
  const service = serviceFor(source, terminal, say);
  const analysis = service.analyse(source.text, asked.reading);
  const { asPrinted } = await readTags(source, terminal, say);
  const findings = service.findings(analysis, { levels: asked.levels, asPrinted, reading: true });
  const { encoding } = source;
  const counts: Partial<Record<FindingRecord['level'], number>> = {};
  for (const { level } of findings) counts[level] = (counts[level] ?? 0) + 1;
  if (asked.format === 'sarif') {
    // SARIF counts as editors do, without a BOM.
    const lines = new LineTable(source.text);
    const results = findings.map((finding) => resultOf(finding, file, lines));
    return { encoding, counts, printed: '', results };
  }
  const lines = new LineTable(source.raw);
  const records = findings.map((finding) => recordOf(finding, source, lines));
  const printed =
    asked.format === 'json' ? jsonElements(records) : records.map((record) => lineOf(record, say)).join('');
  return { encoding, counts, printed, results: [] };
}

/** As compilers write them. */
function lineOf({ file, line, column, level, message, rule }: FindingRecord, say: Messages): string {
  return `${visible(file)}:${line}:${column}: ${say.levels[level]}: ${visible(message)} [${rule}]\n`;
}

function recordOf(finding: Finding, { name, textStart }: Source, lines: LineTable): FindingRecord {
  const place = finding.shown ?? finding;
  const start = place.start + textStart;
  const { line, character } = lines.positionAt(start);
  return {
    file: name,
    rule: finding.rule,
    class: finding.class,
    level: finding.level,
    start,
    end: place.end + textStart,
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
