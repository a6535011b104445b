import type { ReportFacts } from '../../../../server/src/protocol.ts';
import { type AgreementReport, Comparison } from '../../annotations/agreement/agreement.ts';
import { mostAnnotators } from '../../annotations/agreement/compared-document.ts';
import { type CountedStatement, countStatement } from '../../reports/counted-statement.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { FoundStatement } from '../statements.ts';

/** What has been counted so far. */
export interface Gathered {
  readonly statements: readonly CountedStatement[];
  /** How many of all have been looked at, those that could not be read among them. */
  readonly counted: number;
  readonly all: number;
  readonly unread: number;
  /** How well the annotators agree, over what two or more of them have finished; absent until all are counted. */
  readonly agreement?: AgreementReport;
}

/** So many statements are in work at a time: while one is counted here, the server has another to look at. */
const atATime = 3;
/** How often what has been counted so far is told, in milliseconds. */
const tellEvery = 700;

/**
 * Counts statements, one after another; of each nothing is kept but its counts, so that a thousand long ones take no
 * more room than their numbers.
 * @param tell is told now and then what has been counted so far; it holds up the counting
 */
export async function gather(
  found: readonly FoundStatement[],
  client: Pick<StatementClient, 'reportFacts'>,
  isCancelled: () => boolean,
  tell: (gathered: Gathered) => void,
): Promise<Gathered> {
  const counts = new Array<CountedStatement | undefined>(found.length);
  let next = 0;
  let counted = 0;
  let unread = 0;
  let nextTelling = Date.now() + tellEvery;
  const comparison = new Comparison(comparedIn(found));
  const now = (): Gathered => ({
    statements: counts.filter((each) => each !== undefined),
    counted,
    all: found.length,
    unread,
  });
  const work = async () => {
    while (next < found.length && !isCancelled()) {
      const at = next;
      next += 1;
      counts[at] = await count(found[at]!, client, comparison);
      counted += 1;
      if (!counts[at]) unread += 1;
      if (Date.now() < nextTelling) continue;
      tell(now());
      nextTelling = Date.now() + tellEvery;
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return { ...now(), agreement: comparison.report() };
}

/** Undefined where its text cannot be read, or the server does not answer. */
async function count(
  { uri, name, text: read, tags }: FoundStatement,
  client: Pick<StatementClient, 'reportFacts'>,
  comparison: Comparison,
): Promise<CountedStatement | undefined> {
  const text = await read();
  if (text === undefined) return undefined;
  // The tags are read while the server looks at the text.
  const [facts, layers] = await Promise.all([
    client.reportFacts(uri, text) as Promise<ReportFacts | null>,
    tags(text),
  ]);
  if (!facts) return undefined;
  // What was settled is nobody’s own, and who has no tag has finished nothing.
  const annotators = layers.filter((layer) => !layer.isSettled && layer.tags.length > 0);
  if (annotators.length > 0) comparison.add({ name, text, parts: facts.parts, annotators });
  return countStatement({ document: String(uri), name, layers }, facts);
}

/** Whose tags are compared: those who have tagged most statements, as many as can be compared. */
function comparedIn(found: readonly FoundStatement[]): string[] {
  const statements = new Map<string, number>();
  for (const { annotators } of found) {
    for (const name of annotators) statements.set(name, (statements.get(name) ?? 0) + 1);
  }
  return [...statements]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostAnnotators)
    .map(([name]) => name)
    .sort();
}
