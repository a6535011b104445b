import { brat } from '../../../client/src/annotations/formats/brat.ts';
import { describeFormatProblem } from '../../../client/src/annotations/formats/format-problem.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { createTag } from './example-tag.ts';
import { type Files, readAll, written } from './round-trip.ts';

/** Files by their names. */
export function files(contents: Record<string, string>): Files {
  return new Map(Object.entries(contents).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

/** Lines, the last ended as well. */
export function lines(...each: readonly string[]): string {
  return `${each.join('\n')}\n`;
}

/** The tags of `a.ann` on `a.txt`, each on a line, and the problems with their lines. */
export async function read(text: string, standoff: string, more: Record<string, string> = {}) {
  const [found] = await readAll(brat, files({ 'a.txt': text, 'a.ann': standoff, ...more }));
  const { document, problems, scheme } = found!;
  const byId = new Map(document.tags.map((tag) => [tag.id, tag]));
  const words = (tag: TaggedText['tags'][number]) =>
    tag.state === 'orphan'
      ? `lost ${tag.quotes.map(({ exact }) => exact).join('…')}`
      : tag.spans.map(({ start, end }) => text.slice(start, end)).join('…');
  return {
    document,
    tags: document.tags,
    found: document.tags.map((tag) => `${tag.label}: ${words(tag)}`),
    links: document.tags.flatMap((tag) =>
      tag.relations.map(({ type, target }) => `${words(tag)} ${type} ${words(byId.get(target)!)}`),
    ),
    problems: problems.map((problem) => `${problem.line} ${describeFormatProblem(problem)}`),
    scheme,
  };
}

/** The files of documents, as text. */
export function contents(documents: readonly TaggedText[]): Record<string, string> {
  return Object.fromEntries(
    [...written(brat, documents)].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** A text with a character outside the BMP and a DOS line end, and tags that say all that tags may. */
export const text = '甲国和𠮷国重申\r\n《联合国宪章》的宗旨。';
export const document: TaggedText = {
  name: '2031/声明.txt',
  text,
  annotator: '李',
  tags: [
    createTag(text, {
      id: 'urn:uuid:a',
      label: 'party',
      spans: [{ start: 0, end: 2 }],
      chain: '双方',
      note: '第一行\n第二行',
    }),
    createTag(text, {
      id: 'urn:uuid:b',
      label: 'party',
      spans: [{ start: 3, end: 6 }],
      chain: '双方',
      relations: [{ type: 'member-of', target: 'urn:uuid:a' }],
    }),
    createTag(text, {
      id: 'urn:uuid:c',
      label: '立场 甲',
      spans: [{ start: 6, end: 17 }],
      attributes: { stance: '重申', certain: true, weight: 0.5 },
      creator: '李',
      created: '2031-05-09T07:08:09Z',
      modified: '2031-05-09T07:08:09Z',
      review: 'suggested',
    }),
  ],
};
