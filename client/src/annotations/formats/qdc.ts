import { lossOf, noneHeld } from './features.ts';
import type { Format } from './format.ts';
import { FormatProblemError } from './format-problem.ts';
import { wholeText } from './input-file.ts';
import { codesXml, labelCodes, readCodes, schemeOfCodes } from './refi/codebook.ts';
import { elementsAt } from './xml/tree.ts';
import { xmlEvents } from './xml/xml.ts';

/**
 * The codebook that programs for qualitative analysis exchange: labels with their groups and what is said of them,
 * and no document. Source: REFI-QDA 1.5, section 6, and its Codebook.xsd.
 */
export const qdc: Format = {
  id: 'qdc',
  isOfLabels: true,
  corpusEnding: '.qdc',
  holdings: noneHeld,
  // Whatever else there was goes with them.
  losses: ({ tags }) => [lossOf('tags', tags, true)],
  write: ({ scheme, language, corpus }) => ({
    document: () => [],
    *end() {
      const codes = codesXml(labelCodes(scheme, language, []));
      yield {
        file: `${corpus}.qdc`,
        content: `<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Jiaozhu">\n${codes}</CodeBook>\n`,
      };
    },
  }),
  schemeReader: {
    reads: (name) => /\.qdc$/i.test(name),
    async read(file) {
      // Which version of the namespace is meant does not matter: tools have written several.
      for (const { element, within } of elementsAt(xmlEvents(await wholeText(file)), 1)) {
        if (element.local === 'Codes' && within[0] === 'CodeBook') {
          return { scheme: schemeOfCodes(readCodes(element)), problems: [] };
        }
      }
      throw new FormatProblemError({
        code: 'not-of-format',
        values: ['REFI-QDA', '<CodeBook><Codes>'],
        line: 0,
      });
    },
  },
};
