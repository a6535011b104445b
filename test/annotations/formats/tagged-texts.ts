import type {
  Annotation,
  Attributes,
  AttributeValue,
  Relation,
  Scope,
  UnknownParts,
} from '../../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { sicLabelId } from '../../../client/src/annotations/labels.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';
import { taggableSpans } from '../../../client/src/annotations/span-joining.ts';
import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';
import { someRange } from '../../property/annotations-texts.ts';
import type { Random } from '../../setting/random.ts';

/** What may be asked of the documents beyond chance. */
export interface Wishes {
  /** No digit in texts and ids, and plain labels: every digit of a file is then a position, or of a time. */
  readonly withoutDigits?: boolean;
}

/** Astral, combining, with a variation selector, joined; signs that mean something in one format or another; all line ends. */
const characters = [
  ...[
    '中',
    '俄',
    '双',
    '方',
    '⽅',
    '。',
    '，',
    '《',
    '》',
    'a',
    'B',
    'e\u0301',
    '𠮷',
    '葛\u{e0100}',
    '👩\u200d🚀',
  ],
  ...[
    '"',
    "'",
    '\\',
    '<',
    '>',
    '&',
    '|',
    '[',
    ']',
    '{',
    '}',
    '#',
    '=',
    ';',
    ':',
    '*',
    '_',
    '%',
    '1',
    '2',
    '\u202e',
  ],
  ...[
    ' ',
    ' ',
    '　',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\u0085',
    '\ufeff',
  ],
];
/** XML 1.0 has none of these. */
const forbidden = ['\0', '\u0001', '\f', '\u001b', '\ufffe'];

const labels = [
  ...diplomaticScheme.labels.map(({ id }) => id).slice(0, 6),
  ...[
    sicLabelId,
    'unknown',
    'B-x',
    '缔约方',
    '未定',
    '两个 词',
    'a/b|c:d',
    'T1',
    'x.y',
    '__proto__',
    'constructor',
  ],
];
const names = [
  'stance',
  '属性',
  'with space',
  'a.b',
  'Identifier',
  'begin',
  '__proto__',
  'constructor',
  'toString',
];
const values: readonly AttributeValue[] = [
  ...['重申', '', ' ', 'a\tb\nc', '"\\', 'true', '1', '*', '_', '𠮷', '<b>', 'NaN', '; = | [1]'],
  ...[true, false, 0, 1, -2.5, 1e21, 2031],
];
const notes = [
  '',
  '',
  '',
  '注',
  'a\tb',
  'one\r\ntwo\n\nthree\n',
  ' blank ',
  '"<>&\\|[]{}',
  '\\n \\t',
  '𠮷\u202e',
  '*',
  '_',
  'T1',
];
const people = ['', '李', 'Li Wei', 'a\tb', '__proto__', '"x" <y@z>'];
const times = ['2031-05-09T07:08:09.123Z', '2031-05-09T07:08:10Z', '1999-12-31T23:59:59Z'];
const relationTypes = ['amends', '缔结', 'a b', '__proto__', 'Arg1', 'x:y|z'];
const folders = ['', '', '2024/', '甲国 文件/一/', 'a.b/'];

/** Several documents that are written together; any of them may be empty, or without a tag. */
export function taggedTexts(random: Random, wishes: Wishes = {}): TaggedText[] {
  return Array.from({ length: 1 + random.below(4) }, (_, index) =>
    taggedText(
      `${random.pick(folders)}${random.pick(['声明', 'x', 'a b'])}-${'甲乙丙丁'[index]}.txt`,
      random,
      wishes,
    ),
  );
}

export function taggedText(name: string, random: Random, wishes: Wishes = {}): TaggedText {
  const without = (list: readonly string[]) =>
    wishes.withoutDigits ? list.filter((each) => !/\d/.test(each)) : list;
  const some = without([...characters, ...(random.chance(0.15) ? forbidden : [])]);
  const text = Array.from({ length: random.below(60) }, () => random.pick(some))
    .join('')
    .replace(/^\ufeff+/, '');
  const ids = new Set<string>();
  for (let i = random.below(9); i > 0; i -= 1) {
    ids.add(
      random.pick([
        uuid(random),
        uuid(random),
        ...without(['T1', '__proto__', 'constructor', '标注 甲', 'x"y']),
      ]),
    );
  }
  const tags = [...ids].map((id) =>
    someTag(
      id,
      text,
      [...ids],
      random,
      wishes.withoutDigits ? labels.filter((each) => /^[a-z]+$/i.test(each)) : labels,
    ),
  );
  const path = random.pick([undefined, `公报:${name}`]);
  return {
    name,
    ...(path !== undefined && { path }),
    text,
    tags: tags.sort(byPlace),
    annotator: random.pick(['', '李']),
    ...(random.chance(0.2) && { foreign: { 'another-tool': { said: ['"', { a: null }] } } }),
  };
}

function uuid(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.pick([...'abcdef'])).join('');
  return `urn:uuid:${digits(8)}-${digits(4)}-${digits(4)}-${digits(4)}-${digits(12)}`;
}

function someTag(
  id: string,
  text: string,
  ids: readonly string[],
  random: Random,
  someLabels: readonly string[],
): Annotation {
  const label = random.pick(someLabels);
  const wanted = Array.from({ length: random.chance(0.3) ? 2 + random.below(2) : 1 }, () =>
    someRange(text, random),
  );
  const spans = taggableSpans(text, wanted, label);
  const created = random.pick(['', ...times]);
  const tag: Annotation = {
    id,
    label,
    ...placed(
      text,
      spans,
      spans.length === 0 ? random.pick(['orphan', 'document']) : somePlacing(random),
      random,
    ),
    attributes: someAttributes(random),
    relations: someRelations(ids, random),
    ...(random.chance(0.3) && { chain: random.pick(['链-1', 'a b', '__proto__', 'c,d|e']) }),
    note: random.pick(notes),
    creator: random.pick(people),
    created,
    modified: created === '' ? '' : random.pick(times),
    review: random.pick(['accepted', 'accepted', 'suggested', 'rejected']),
  };
  return random.chance(0.3) ? { ...tag, unknown: someUnknown(tag, random) } : tag;
}

/** What another program may have said, of all kinds, and at least of one. */
function someUnknown(tag: Annotation, random: Random): UnknownParts {
  const { note, creator, attributes, spans } = tag;
  const said = (name: string): JsonObject =>
    Object.fromEntries([[name, random.pick<JsonValue>(['"<b>', 'a\r\n', null, { b: ['\u2028', 1.5] }, []])]]);
  const kinds: readonly UnknownParts[] = [
    { members: said(random.pick(['rights', '__proto__', 'generator'])) },
    { bodies: [{ type: 'SpecificResource', purpose: 'identifying', source: 'http://x.example/甲' }] },
    ...(Object.hasOwn(attributes, 'listed') ? [] : [{ attributes: { listed: ['a', '乙'] } }]),
    { relations: [{ 'jiaozhu:relation': 'amends', 'jiaozhu:to': 'x', weight: 2 }] },
    { labelMembers: said('language') },
    ...(note === '' ? [] : [{ noteMembers: said('format') }]),
    ...(creator === '' ? [] : [{ creator: { type: 'Person', name: creator, email: 'x' } }]),
    ...(spans.length === 0
      ? []
      : [{ targets: spans.map((_, i) => (i === 0 ? { members: said('state') } : {})) }]),
  ];
  const chosen = kinds.filter(() => random.chance(0.3));
  return Object.assign({}, ...(chosen.length > 0 ? chosen : [kinds[0]!])) as UnknownParts;
}

type Placing = Scope | 'orphan' | 'part-lost';

function somePlacing(random: Random): Placing {
  return random.pick([
    'words',
    'words',
    'words',
    'words',
    'words',
    'words',
    'section',
    'document',
    'orphan',
    'part-lost',
  ]);
}

function placed(
  text: string,
  spans: Annotation['spans'],
  placing: Placing,
  random: Random,
): Pick<Annotation, 'spans' | 'quotes' | 'scope' | 'state'> {
  const quotes = spans.map((span) => quoteOf(text, span));
  const gone = { exact: random.pick(['失落的文字', 'lost"words', '𠮷']), prefix: '', suffix: '' };
  const last = spans.at(-1) ?? { start: 0, end: 0 };
  switch (placing) {
    case 'document':
      return { spans: [], quotes: [], scope: 'document', state: 'anchored' };
    case 'section':
      return { spans: spans.slice(0, 1), quotes: quotes.slice(0, 1), scope: 'section', state: 'anchored' };
    case 'orphan':
      return { spans: [{ start: last.end, end: last.end }], quotes: [gone], scope: 'words', state: 'orphan' };
    case 'part-lost':
      return {
        spans: [...spans, { start: last.end, end: last.end }],
        quotes: [...quotes, gone],
        scope: 'words',
        state: 'anchored',
      };
    default:
      return { spans, quotes, scope: 'words', state: 'anchored' };
  }
}

function someAttributes(random: Random): Attributes {
  // Not by assignment: `__proto__` would be no member then.
  return Object.fromEntries(
    Array.from({ length: random.chance(0.5) ? 0 : 1 + random.below(3) }, () => [
      random.pick(names),
      random.pick(values),
    ]),
  );
}

/** To itself, in circles, and now and then to a tag that is gone. */
function someRelations(ids: readonly string[], random: Random): Relation[] {
  const made = new Map<string, Relation>();
  for (let i = random.chance(0.6) ? 0 : 1 + random.below(3); i > 0; i -= 1) {
    const relation = {
      type: random.pick(relationTypes),
      target: random.chance(0.1) ? 'urn:uuid:gone' : random.pick(ids),
    };
    made.set(JSON.stringify(relation), relation);
  }
  return [...made.values()];
}

function byPlace(a: Annotation, b: Annotation): number {
  const start = (tag: Annotation) => tag.spans[0]?.start ?? 0;
  const end = (tag: Annotation) => tag.spans.at(-1)?.end ?? 0;
  return start(a) - start(b) || end(b) - end(a) || (a.id < b.id ? -1 : 1);
}

/** A document with this many tags, all that tags can have among them; every hundred characters of its text have some. */
export function manyTags(count: number): TaggedText {
  const sentence = '双方重申恪守《联合国宪章》的宗旨和原则𠮷，反对任何形式的单边制裁。\n';
  const text = sentence.repeat(Math.ceil(count / 2));
  const tags = Array.from({ length: count }, (_, i): Annotation => {
    const at = Math.floor(i / 2) * sentence.length;
    const spans =
      i % 2 === 0
        ? [{ start: at, end: at + 2 }, ...(i % 10 === 0 ? [{ start: at + 6, end: at + 13 }] : [])]
        : [{ start: at + 7, end: at + 12 }];
    return {
      id: `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      label: i % 2 === 0 ? 'party' : 'instrument',
      spans,
      scope: 'words',
      attributes: i % 3 === 0 ? { stance: '重申', certain: true } : {},
      relations:
        i > 0
          ? [
              {
                type: 'amends',
                target: `urn:uuid:00000000-0000-4000-8000-${String(i - 1).padStart(12, '0')}`,
              },
            ]
          : [],
      ...(i % 4 === 0 && { chain: `链${i % 40}` }),
      note: i % 5 === 0 ? '注' : '',
      creator: '李',
      created: times[0]!,
      modified: times[0]!,
      review: 'accepted',
      state: 'anchored',
      quotes: spans.map((span) => quoteOf(text, span)),
    };
  });
  return { name: '长.txt', text, tags, annotator: '' };
}
