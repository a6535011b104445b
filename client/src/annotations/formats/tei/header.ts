import { type LabelScheme, labelOf } from '../../labels.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlAttributes, xmlText } from '../xml/xml.ts';
import type { TeiIds } from './names.ts';

export interface TeiHeaderParts {
  readonly title: string;
  readonly scheme: LabelScheme;
  readonly labels: TeiIds;
  readonly people: TeiIds;
}

/** What the file is, where its text comes from, and how it was encoded (TEI P5, chapter 2). */
export function headerXml(document: TaggedText, parts: TeiHeaderParts): string {
  return `<teiHeader>
<fileDesc>
<titleStmt>
<title>${xmlText(parts.title)}</title>
${peopleXml(parts.people)}</titleStmt>
<publicationStmt><p>Exported from Jiaozhu; not published.</p></publicationStmt>
<sourceDesc><p>${xmlText(document.name)}</p></sourceDesc>
</fileDesc>
<encodingDesc>
<editorialDecl>
<correction method="markup"><p>${corrections}</p></correction>
<normalization method="markup"><p>${normalisation(document)}</p></normalization>
<interpretation><p>${pointing}</p></interpretation>
</editorialDecl>
${labelsXml(parts)}</encodingDesc>
<profileDesc><langUsage><language ident="zh">Chinese</language></langUsage></profileDesc>
</teiHeader>
`;
}

const corrections =
  'What the source has by an error of printing, extraction or recognition is marked, not removed: a character that stands for another is in choice/sic with what is read in corr; spaces that are not read are in surplus; running heads, page numbers and jumps are in fw; a line feed followed by lb break="no" is not read. All text in order with sic taken is the source; with corr taken, and without surplus, fw and such line feeds, it is the text as it is read.';

const pointing =
  'Tags are in standOff. Their targets are string-range(ID,OFFSET,LENGTH): Unicode code points from 0, of all the text in the element, sic and corr both counted.';

function normalisation({ text, form }: TaggedText): string {
  const isNormal = text.normalize('NFC') === text;
  return [
    form === 'raw' ? 'The text is that of the source.' : '',
    form === 'clean'
      ? 'The text is as it is read, with errors of printing, extraction and recognition removed.'
      : '',
    'Line ends are line feeds. Characters are as in the source; nothing was normalised.',
    isNormal
      ? 'The text is in Unicode Normalization Form C.'
      : 'The text is in no Unicode Normalization Form.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function peopleXml(people: TeiIds): string {
  return Array.from(
    people.names,
    ([name, id]) =>
      `<respStmt xml:id="${id}"><resp>annotation</resp><name>${xmlText(name)}</name></respStmt>\n`,
  ).join('');
}

function labelsXml({ scheme, labels }: TeiHeaderParts): string {
  const categories = Array.from(labels.names, ([label, id]) => {
    const { name, description } = labelOf(scheme, label);
    const said = (['zh', 'en'] as const).map((language) => {
      const text = description[language] === '' ? '' : `<gloss>${xmlText(description[language])}</gloss>`;
      return `<catDesc xml:lang="${language}"><term>${xmlText(name[language] || label)}</term>${text}</catDesc>`;
    });
    return `<category${xmlAttributes({ 'xml:id': id, n: label })}>${said.join('')}</category>\n`;
  });
  return categories.length === 0
    ? ''
    : `<classDecl><taxonomy xml:id="labels">\n${categories.join('')}</taxonomy></classDecl>\n`;
}
