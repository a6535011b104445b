import type { Finding } from '../../../server/src/analysis.ts';
import type { ArtefactClass, Level, RuleId } from '../../../server/src/artefacts/artefact.ts';
import { setLanguage } from '../../../server/src/l10n/language.ts';
import { artefactMessage } from '../../../server/src/l10n/rules.ts';
import { createStatementService } from '../../../server/src/service.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import { LineTable } from '../../../server/src/text/lines.ts';
import type { LintCommand } from './command-line.ts';
import type { FileEncoding } from './file-encoding.ts';
import type { Messages } from './messages.ts';
import { resultOf, type SarifResult } from './sarif-result.ts';
import { readSource, type Source } from './source.ts';
import { readTags } from './tags.ts';
import type { Terminal } from './terminal.ts';

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

/** What was found in one file. */
export interface LintedFile {
  readonly encoding: FileEncoding;
  readonly records: readonly FindingRecord[];
  /** The same as SARIF has it; empty unless that was asked for. */
  readonly results: readonly SarifResult[];
}

/** @throws Failure where the file cannot be read */
export async function lintFile(
  file: string,
  { levels, format, encoding }: LintCommand,
  terminal: Terminal,
  say: Messages,
): Promise<LintedFile> {
  setLanguage(say.language);
  const source = await readSource(file, terminal, encoding);
  const service = createStatementService();
  const analysis = service.analyse(source.text);
  const { asPrinted } = await readTags(source, terminal, say);
  const findings = service.findings(analysis, { levels, asPrinted });
  const lines = new LineTable(source.raw);
  // SARIF counts as editors do, without a BOM.
  const linesOfText = source.textStart === 0 ? lines : new LineTable(source.text);
  return {
    encoding: source.encoding,
    records: findings.map((finding) => recordOf(finding, source, lines)),
    results: format === 'sarif' ? findings.map((finding) => resultOf(finding, file, linesOfText)) : [],
  };
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
