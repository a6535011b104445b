import type { SuggestionKind } from '../../server/src/protocol.ts';
import { createStatementService } from '../../server/src/service.ts';
import { finished } from '../../server/src/steps.ts';
import { findSuggestions } from '../../server/src/suggestions/suggestions.ts';

export const service = createStatementService();

/**
 * What is suggested of a kind, one a line: the words, the attributes without their names, and behind ← the words that
 * the speaker is carried over from.
 */
export function suggested(text: string, kind: SuggestionKind): string[] {
  const analysis = service.analyse(text);
  const { clean } = analysis.reading;
  return finished(findSuggestions(analysis))
    .filter((one) => one.kind === kind)
    .map(({ start, end, attributes, inherited }) =>
      [
        clean.slice(start, end),
        ...Object.values(attributes),
        ...(inherited === undefined ? [] : [`←${clean.slice(inherited.start, inherited.end)}`]),
      ].join(' '),
    );
}

/** A statement of two states with these paragraphs. */
export const statement = (...paragraphs: string[]) =>
  ['中华人民共和国和俄罗斯联邦关于湿地保护的联合声明', '（2031年5月2日）', ...paragraphs].join('\n');
