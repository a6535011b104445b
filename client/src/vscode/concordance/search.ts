import * as vscode from 'vscode';
import { type Annotation, extent } from '../../annotations/annotation.ts';
import type { ConcordanceLine, Sought } from '../../concordance/line.ts';
import { occurrences } from '../../concordance/occurrences.ts';
import { lineMaker } from '../../concordance/surroundings.ts';
import type { TextFiles } from '../files.ts';
import type { Patience } from '../patience.ts';
import type { Readings } from '../reading/readings.ts';
import { type FoundStatement, findStatements } from '../statements.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';

export interface Found {
  readonly lines: readonly ConcordanceLine[];
  /** How many statements were looked through. */
  readonly statements: number;
  /** Why there may be more; absent where there are none. */
  readonly incomplete?: 'cancelled' | 'many';
}

/** So many places are shown; more nobody reads. */
export const mostLines = 10_000;
/** So many files are read at a time. */
const atATime = 8;

/** Looks through all statements of the workspace. */
export async function search(
  sought: Sought,
  documents: TaggedDocuments,
  readings: Readings,
  files: TextFiles,
  { token, report }: Patience,
): Promise<Found> {
  const all = await findStatements(documents, readings, files);
  const wanted = sought.kind === 'label' ? all.filter(({ tagged }) => tagged) : all;
  const lines: ConcordanceLine[] = [];
  let next = 0;
  const work = async () => {
    while (next < wanted.length && lines.length < mostLines && !token.isCancellationRequested) {
      const statement = wanted[next]!;
      next += 1;
      for (const line of await linesOf(statement, sought)) lines.push(line);
      report(vscode.l10n.t('{0} of {1}', next, wanted.length), 1 / wanted.length);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const incomplete = token.isCancellationRequested
    ? 'cancelled'
    : lines.length > mostLines || next < wanted.length
      ? 'many'
      : undefined;
  return {
    lines: lines.slice(0, mostLines),
    statements: next,
    ...(incomplete && { incomplete }),
  };
}

async function linesOf(statement: FoundStatement, sought: Sought): Promise<ConcordanceLine[]> {
  const text = await statement.text();
  if (text === undefined) return [];
  const line = lineMaker({
    document: String(statement.uri),
    name: statement.name,
    text,
    ...(statement.clean && { clean: statement.clean }),
  });
  if (sought.kind === 'words') return occurrences(text, sought.words).map((range) => line(range));
  const layers = await statement.tags(text);
  const several = layers.length > 1;
  return layers.flatMap(({ annotator, tags }) =>
    tags
      .filter((tag) => tag.label === sought.label && hasWords(tag))
      .map((tag) => line(extent(tag), several ? annotator : undefined)),
  );
}

function hasWords(tag: Annotation): boolean {
  const { start, end } = extent(tag);
  return start < end;
}
