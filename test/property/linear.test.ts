import { test } from 'node:test';
import { parseLabels } from '../../client/src/annotations/label-file.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { createStatementService } from '../../server/src/service.ts';
import { assertLinear, cost } from './growth.ts';

const service = createStatementService();

/** Everything that a document can be asked for. */
function analyse(raw: string): void {
  const analysis = service.analyse(raw);
  service.cleaning(analysis);
  analysis.tree;
  analysis.references;
  analysis.readingArtefacts;
}

const worst: Readonly<Record<string, string>> = {
  'one line of Han characters': '国',
  'opening title marks': '《',
  'nested titles': '《〈',
  spaces: ' ',
  'spaced characters': '中 ',
  'digits and points': '1.',
  'digits and spaces': '1 ',
  'year ranges': '2024－',
  'line breaks': '\n',
  'carriage returns': '\r\n',
  'short lines': '双方同意\n',
  'bare numerals': '一\n',
  'dash items': '——双方\n',
  'jump marks': '（下转第7版）',
  'page numbers': '双方同意\n— 12 —\n',
  'page numbers and nothing else': '— 12 —\n',
  'bare numbers': '双方同意\n12\n',
  'bare numbers and nothing else': '12\n',
  'digits that are none': 'lO1',
  'heads of pages': '人民日报2031年5月9日第3版\n',
  'a line that repeats': '外交文献选编\n第1页\n',
  'form feeds': '\f',
  'pages of a line each': '双方同意\n\f\n',
  'marks of footnotes': '双方①，',
  'marks in brackets': '双方[1]和[2]',
  'brackets of marks that never end': '双方[1',
  stars: '国*',
  'notes and marks': '①见\n双方①，\n',
  'doubled lines': '双方同意继续扩大各领域互\n',
  'lines of two widths in turn': '双方同意继续扩大，互利合\n作，以及\n',
  'volumes of collections': '国全集第一卷国',
  'titles and dates': '声明\n（二〇三一年五月九日）\n',
  'opening brackets': '（下转',
  'lone surrogates': '\ud800',
  'astral characters': '𠀀',
  'dates and titles': '2001年7月16日签署的《条约》',
  'short forms': '以下简称《纲要》该条约',
  quotations: '“',
  'sentence ends': '。',
  'Latin words': 'treaty ',
  dashes: '—',
  'dashes in numbers': '第十—',
  'years with dashes': '二〇—九年',
  'letters among digits': '1O',
  'years with letters': '二O二四年',
  points: '.',
  'ellipses by halves': '国…',
  'doubled stops': '国，，',
  'marks of an alphabet': '国,',
  'brackets of an alphabet': '(国',
  'notes in brackets': '国(国)',
  'straight quotes': '国"',
  'quotation marks that close': '”',
  'marks of all kinds': '“《（‘「》',
  angles: '<国',
  'angles about titles': '<条约>',
  'middle dots': '国•',
  'names with points': '尔.',
  'look-alikes': '己末于人',
  'words of look-alikes': '己经',
  'titles near a known name': '《不扩散核武器条的》',
  'titles that are never closed': '《不扩散核武器',
  'dates that there are not': '2031年13月32日',
  'articles that repeat': '第一条 双方合作。\n第一条 双方合作。\n',
  'paragraphs without stops': '双方商定，设立工作组。工作组每年至少在两国轮流举行一次会议\n',
};

/** UTF-16 code units of the longer text. */
const length = 240_000;

for (const [name, unit] of Object.entries(worst)) {
  test(`invariant 6: ${name}: four times the text takes about four times the time`, () => {
    assertLinear(unit, length, (raw) => cost(() => analyse(raw)));
  });
}

test('reading a file of tags, or of labels, where everything is wrong is linear', () => {
  const items = (text: string) => `{"items": [${text}null], "labels": [${text}null]}`;
  assertLinear('{"id": 7, "type": "Annotation"},\n', 400_000, (text) =>
    cost(() => parseSidecar(items(text))),
  );
  assertLinear('{"id": "", "key": "a"},\n', 400_000, (text) => cost(() => parseLabels(items(text))));
});
