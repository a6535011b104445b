import { FormatProblemError } from '../format-problem.ts';
import type { XmlEvent } from './xml.ts';

/** An element with all that is in it. */
export interface XmlElement {
  readonly local: string;
  /** As {@link XmlStart} has them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** More elements than any part of a file has that is held as a whole. */
const mostElements = 2_000_000;

/**
 * The elements at a depth, one after the other, each with the local names of those that it is in, the root first. Only
 * one of them is held at a time.
 * @param depth 0: the root itself
 */
export function* elementsAt(
  events: Iterable<XmlEvent>,
  depth: number,
): Iterable<{ readonly element: XmlElement; readonly within: readonly string[] }> {
  const within: string[] = [];
  const open: Building[] = [];
  let count = 0;
  for (const event of events) {
    if (event.kind === 'text') {
      open.at(-1)?.texts.push(event.text);
    } else if (event.kind === 'start') {
      if (within.length < depth) {
        within.push(event.local);
        continue;
      }
      count = open.length === 0 ? 0 : count + 1;
      if (count > mostElements) {
        throw new FormatProblemError({
          code: 'not-of-format',
          values: ['XML', `> ${mostElements}`],
          line: event.line,
        });
      }
      const { local, attributes, line } = event;
      open.push({ local, attributes, line, children: [], texts: [] });
    } else {
      const ended = open.pop();
      if (!ended) {
        within.pop();
        continue;
      }
      const { texts, ...rest } = ended;
      const element = { ...rest, text: texts.join('') };
      const parent = open.at(-1);
      if (parent) parent.children.push(element);
      else yield { element, within: [...within] };
    }
  }
}

interface Building extends Pick<XmlElement, 'local' | 'attributes' | 'line'> {
  readonly children: XmlElement[];
  readonly texts: string[];
}

/** The elements of this name that are in another. */
export function childrenOf({ children }: XmlElement, local: string): readonly XmlElement[] {
  return children.filter((child) => child.local === local);
}

/** The text of the first element of this name in another; undefined where there is none. */
export function textOf(element: XmlElement, local: string): string | undefined {
  return childrenOf(element, local)[0]?.text;
}
