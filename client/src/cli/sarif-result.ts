import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Region, ReportingConfiguration, Result } from 'sarif';
import type { Finding } from '../../../server/src/analysis.ts';
import type { Level } from '../../../server/src/artefacts/artefact.ts';
import { artefactMessage, fixTitle, relatedMessage } from '../../../server/src/l10n/rules.ts';
import type { LineTable } from '../../../server/src/text/lines.ts';
import type { TextRange } from '../../../server/src/text/range.ts';

export type SarifResult = Result;

/** SARIF knows three levels that report; a hint is a note too. */
export const sarifLevels: Readonly<
  Record<Exclude<Level, 'off'>, NonNullable<ReportingConfiguration['level']>>
> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/**
 * A finding as SARIF has it. Lines and columns count from 1, columns in UTF-16 code units, which the run's
 * `columnKind` says.
 * @param lines of the text without BOM
 */
export function resultOf(finding: Finding, file: string, lines: LineTable): Result {
  const artifactLocation = locationOf(file);
  return {
    ruleId: finding.rule,
    level: sarifLevels[finding.level],
    message: { text: artefactMessage(finding) },
    locations: [
      { physicalLocation: { artifactLocation, region: regionOf(finding.shown ?? finding, lines) } },
    ],
    ...(finding.related && {
      relatedLocations: finding.related.map((place) => ({
        physicalLocation: { artifactLocation, region: regionOf(place, lines) },
        message: { text: relatedMessage(finding) },
      })),
    }),
    ...(finding.edits.length > 0 && {
      fixes: [
        {
          description: { text: fixTitle(finding) },
          artifactChanges: [
            {
              artifactLocation,
              replacements: finding.edits.map((edit) => ({
                deletedRegion: regionOf(edit, lines),
                ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
              })),
            },
          ],
        },
      ],
    }),
    properties: { class: finding.class },
  };
}

/** Where a file is: relative to the folder where the command runs, if it is below that. */
export function locationOf(file: string): ArtifactLocation {
  if (file === '-') return { description: { text: 'standard input' } };
  const path = relative('.', file);
  if (path.startsWith('..') || isAbsolute(path)) return { uri: pathToFileURL(resolve(file)).href };
  // Of what a name may hold, a colon would make a scheme of what is before it.
  const uri = path
    .split(sep)
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function regionOf({ start, end }: TextRange, lines: LineTable): Region {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}
