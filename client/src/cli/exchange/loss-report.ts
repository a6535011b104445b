import { isByChoice, type LossLine, nameOfLoss } from '../../annotations/exchange/told-loss.ts';
import type { Messages } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { padded, terminalWidth } from '../terminal-width.ts';

/** What is lost, as lines of a short table; none where nothing is. */
function lossReport(losses: readonly LossLine[], head: string, say: Messages): readonly string[] {
  if (losses.length === 0) return [];
  const rows = losses.map(({ feature, count, documents, tagsLeftOut }) => [
    `  ${nameOfLoss(feature, say.language)}`,
    say.lossCount(count, documents),
    tagsLeftOut ? say.tagsLeftOut : '',
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => terminalWidth(row[column]!))));
  const line = (row: readonly string[]) => row.map((cell, column) => padded(cell, widths[column] ?? 0));
  return [head, ...rows.map((row) => line(row).join('  ').trimEnd())];
}

/** Tells what is lost: on standard output where that is what was asked for. @returns whether the format cannot hold something */
export function tellLosses(
  losses: readonly LossLine[],
  documents: number,
  format: string,
  isCheck: boolean,
  terminal: Terminal,
  say: Messages,
): boolean {
  const byFormat = losses.filter((line) => !isByChoice(line));
  const report = [
    ...lossReport(losses.filter(isByChoice), say.choiceHead, say),
    ...lossReport(byFormat, say.lossHead(format), say),
  ];
  for (const line of report) {
    if (isCheck) terminal.out(`${line}\n`);
    else terminal.err(line);
  }
  if (isCheck && byFormat.length === 0) terminal.out(`${say.nothingLost(documents, format)}\n`);
  return byFormat.length > 0;
}
