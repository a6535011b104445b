import { SaxesParser } from 'saxes';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { largestWhole } from '../input-file.ts';

// What no XML 1.0 document can hold, not even as a reference (XML 1.0, 2.2, Char): controls, halves of surrogate
// pairs, U+FFFE and U+FFFF.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether there may be such: quicker than to look what stands beside halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** The text as XML can hold it: each code unit that it forbids is one U+FFFD, so that all positions stay. */
export function allowedInXml(text: string): string {
  return suspect.test(text) ? text.replace(forbidden, '\ufffd') : text;
}

/** How many code units of a text XML cannot hold. */
export function countForbiddenInXml(text: string): number {
  return suspect.test(text) ? (text.match(forbidden)?.length ?? 0) : 0;
}

/** Text between tags. A carriage return is written as a reference, since a parser reads it as a line feed otherwise. */
export function xmlText(text: string): string {
  const allowed = allowedInXml(text);
  return markupInText.test(allowed) ? allowed.replace(everyMarkupInText, referenceTo) : allowed;
}

/** The value of an attribute, without its quotation marks; white space stays what it is. */
export function xmlAttribute(text: string): string {
  const allowed = allowedInXml(text);
  return markupInAttribute.test(allowed) ? allowed.replace(everyMarkupInAttribute, referenceTo) : allowed;
}

/** Attributes as they stand in a tag, each with a space before it; those that are undefined are left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined)
      written += ` ${name}="${typeof value === 'number' ? value : xmlAttribute(value)}"`;
  }
  return written;
}

const markupInText = /[&<>\r]/;
const everyMarkupInText = /[&<>\r]/g;
const markupInAttribute = /[&<>"\t\n\r]/;
const everyMarkupInAttribute = /[&<>"\t\n\r]/g;
const referenceTo = (character: string) => references[character]!;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What an XML file says, one thing after the other. */
export type XmlEvent = XmlStart | XmlEnd | XmlCharacters;

/** An element begins; its end follows, also where it is empty. */
export interface XmlStart extends XmlName {
  readonly kind: 'start';
  /** By name; the name of one that is in a namespace is `{uri}local`. Declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** 1-based. */
  readonly line: number;
}

export interface XmlEnd extends XmlName {
  readonly kind: 'end';
}

/** Text of the innermost element; it may come in several pieces. */
export interface XmlCharacters {
  readonly kind: 'text';
  readonly text: string;
}

export interface XmlName {
  /** The namespace; empty where it is in none. */
  readonly uri: string;
  readonly local: string;
}

/** More elements within each other than any file of a tool has. */
const deepest = 200;
const xmlnsUri = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads XML as it comes, in pieces of any length. There are the five entities of XML and no others: what a file
 * declares is not expanded, and what it names outside itself is not looked at.
 */
export interface XmlReader {
  /** @throws FormatProblemError where it is not well-formed, too deep or too long */
  read(piece: string): readonly XmlEvent[];
  /** @throws FormatProblemError where the end is missing */
  end(): readonly XmlEvent[];
}

/** @param most UTF-16 code units that are read */
export function createXmlReader(most = largestWhole): XmlReader {
  let events: XmlEvent[] = [];
  let depth = 0;
  let length = 0;
  let startLine = 1;
  const parser = new SaxesParser({ xmlns: true });
  const fail = (problem: Pick<FormatProblem, 'code' | 'values'>): never => {
    throw new FormatProblemError({ ...problem, line: parser.line });
  };
  const addText = (text: string) => {
    if (depth > 0) events.push({ kind: 'text', text });
  };
  // The parser puts the place before its message; ours goes beside it.
  parser.on('error', ({ message }) =>
    fail({ code: 'not-xml', values: [message.replace(/^(undefined:)?\d+:\d+: /, '')] }),
  );
  parser.on('opentagstart', () => {
    startLine = parser.line;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > deepest) fail({ code: 'too-deep', values: [deepest] });
    const own = new Map<string, string>();
    for (const attribute of Object.values(attributes)) {
      if (attribute.uri === xmlnsUri) continue;
      own.set(
        attribute.uri === '' ? attribute.local : `{${attribute.uri}}${attribute.local}`,
        attribute.value,
      );
    }
    events.push({ kind: 'start', uri, local, attributes: own, line: startLine });
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    events.push({ kind: 'end', uri, local });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  const taken = () => {
    const read = events;
    events = [];
    return read;
  };
  return {
    read(piece) {
      length += piece.length;
      if (length > most) fail({ code: 'too-large', values: [most / 2 ** 20] });
      parser.write(piece);
      return taken();
    },
    end() {
      parser.close();
      return taken();
    },
  };
}

const pieceLength = 2 ** 16;

/** What an XML text says. @throws FormatProblemError while it is gone through, where the rest cannot be read */
export function* xmlEvents(text: string): Iterable<XmlEvent> {
  const reader = createXmlReader();
  for (let at = 0; at < text.length; at += pieceLength) {
    yield* reader.read(text.slice(at, at + pieceLength));
  }
  yield* reader.end();
}
