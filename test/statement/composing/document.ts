import type { StatementKind } from '../../../server/src/statement/node.ts';
import type { Random } from '../../setting/random.ts';
import { han, INNER, type Numbering, numberings } from './numbering.ts';
import {
  announcedList,
  body,
  type Composed,
  holding,
  line,
  list,
  numbered,
  paragraphs,
  text,
  together,
} from './text.ts';
import { clause, heading, paragraph, saying } from './words.ts';

export interface ComposedDocument extends Composed {
  readonly kind: StatementKind;
}

const NOTHING: Composed = { lines: [], bones: [] };
const DATE = '二〇三一年五月六日';
const article: Numbering = (value) => `第${han(value)}条`;
const chapter: Numbering = (value) => `第${han(value)}章`;
const division: Numbering = (value) => `第${han(value)}节`;
const part: Numbering = (value) => `第${han(value)}部分`;

const title = (words: string) => text('title', words);

function dateline(random: Random): Composed {
  if (random.chance(0.5)) return NOTHING;
  return text(
    'dateline',
    random.pick([`（${DATE}）`, '2031年5月6日，山城', '新华社山城5月6日电', `${DATE}于山城`]),
  );
}

/** Place and date, names, the note of the source: one after the other, or some of them. */
function closing(random: Random): Composed {
  const signed = random.pick([
    ['甲国总统　　　乙国总统', '张　三　　　李　四'],
    ['甲国全权代表　　乙国全权代表', '（签字）　　　（签字）'],
    ['甲国总理张三乙国总理李四'],
    [],
  ]);
  const lines = random.pick([
    [...signed, `${DATE}于山城`],
    [`${DATE}于山城`, ...signed],
    [...signed, `${DATE}`, '（新华社山城五月六日电）'],
  ]);
  return holding('closing', undefined, together(...lines.map(line)));
}

function testimony(random: Random): Composed {
  const attested = `本协定于${DATE}在山城签订，一式两份，每份都用甲文和乙文写成，两种文本同等作准。`;
  const hands = '为此，双方全权代表签署本协定，以昭信守。';
  const signed = ['甲国政府代表　　　乙国政府代表', '张三（签字）　　　李四（签字）'];
  const lines = random.pick([
    [attested],
    [hands, attested],
    [attested, ...signed],
    [hands, attested, ...signed],
  ]);
  return holding('closing', undefined, together(...lines.map(line)));
}

function statementPreamble(random: Random): Composed {
  const lines = ['应甲国总统邀请，乙国总统于2031年5月5日至6日访问甲国。两国元首举行了会谈。'];
  if (random.chance(0.5)) lines.push(paragraph(random));
  lines.push('甲国和乙国（以下称“双方”），声明如下：');
  return holding('preamble', undefined, together(...lines.map(line)));
}

function treatyPreamble(random: Random): Composed {
  const clauses = Array.from({ length: 1 + random.below(4) }, () => `${clause(random)}，`);
  const lines = ['甲国政府和乙国政府（以下称“缔约双方”），', ...clauses, '达成协议如下：'];
  return holding('preamble', undefined, together(...lines.map(line)));
}

function sections(random: Random): Composed {
  const inner = () => body(random, [[numberings.dash, numberings.hanBracket], ...INNER.slice(1)]);
  const plain = () => (random.chance(0.5) ? paragraphs(random, 2) : inner());
  switch (random.below(6)) {
    case 0:
      return numbered(random, 'section', numberings.bare, { shape: 'bare', most: 6 }, inner);
    case 1:
      return numbered(random, 'section', numberings.hanPoint, { shape: 'heading', most: 6 }, inner);
    case 2:
      return numbered(random, 'section', numberings.hanPoint, { shape: 'text', most: 8 }, () =>
        random.chance(0.3) ? plain() : NOTHING,
      );
    case 3:
      return numbered(random, 'section', numberings.roman, { shape: 'heading', most: 6 }, inner);
    case 4:
      return numbered(random, 'section', part, { shape: 'heading', most: 4 }, () =>
        numbered(random, 'section', numberings.hanPoint, { shape: 'heading', most: 4 }, plain),
      );
    default:
      return numbered(random, 'section', numberings.latin, { shape: 'heading', most: 5 }, () =>
        numbered(random, 'item', numberings.arabicPoint, { shape: 'text', most: 4 }, () => NOTHING),
      );
  }
}

function articleBody(random: Random): Composed {
  const outer = [numberings.hanPoint, numberings.arabicPoint, numberings.hanBracket, numberings.stemBracket];
  switch (random.below(4)) {
    case 0:
      return list(random, random.pick(outer.slice(0, 2)), INNER.slice(1));
    case 1:
      return announcedList(random, random.pick(outer), INNER.slice(2));
    default:
      return paragraphs(random, 2);
  }
}

function articles(random: Random, first: number, most: number): Composed {
  const shape = random.pick(['heading', 'text', 'bare'] as const);
  return numbered(random, 'article', article, { shape, most, first }, () =>
    shape === 'text' ? NOTHING : articleBody(random),
  );
}

/** Chapters hold articles, whose numbers run on from one to the next. */
function chapters(random: Random): Composed {
  let next = 1;
  const held = () => {
    const inner = articles(random, next, 4);
    next += inner.bones.length;
    return inner;
  };
  const divided = random.chance(0.3);
  return numbered(random, 'section', chapter, { shape: 'heading', most: 4 }, () =>
    divided ? numbered(random, 'section', division, { shape: 'heading', most: 3 }, held) : held(),
  );
}

/** 甲、 under an article, numbers that run on through the treaty, 子、 under these. */
function armisticeArticles(random: Random): Composed {
  let next = 1;
  const clauses = () => {
    const inner = numbered(
      random,
      'item',
      numberings.hanPoint,
      { shape: 'text', most: 4, first: next },
      () => NOTHING,
    );
    next += inner.bones.length;
    if (random.chance(0.5)) return inner;
    const mark = numberings.hanPoint(next++);
    const below = list(random, numberings.branch, []);
    const announced = random.chance(0.5)
      ? holding('item', `${mark}${saying(random)}：`, below, mark)
      : {
          lines: [`${mark}${below.lines[0]}`, ...below.lines.slice(1)],
          bones: holding('item', '', below, mark).bones,
        };
    return together(inner, announced);
  };
  const groups = () =>
    numbered(random, 'item', numberings.hanBracket, { shape: 'heading', most: 3 }, clauses);
  return numbered(random, 'article', article, { shape: 'heading', most: 4 }, () =>
    random.chance(0.5)
      ? clauses()
      : numbered(random, 'section', numberings.stem, { shape: 'heading', most: 3 }, () =>
          random.chance(0.5) ? groups() : clauses(),
        ),
  );
}

function annexes(random: Random): Composed {
  const count = random.below(3);
  const one = (i: number): Composed => {
    const mark = count === 1 ? random.pick(['附件', '附录']) : `附件${han(i + 1)}`;
    const inner = random.chance(0.5)
      ? together(title('关于路标的规约'), articles(random, 1, 4))
      : together(
          title('车辆名单'),
          numbered(random, 'section', numberings.arabicPoint, { shape: 'text', most: 4 }, () => NOTHING),
        );
    if (random.chance(0.5)) return holding('annex', mark, inner, mark);
    const { lines, bones } = holding('annex', undefined, inner, mark);
    return { lines: [`${mark}：${lines[0]}`, ...lines.slice(1)], bones };
  };
  return together(...Array.from({ length: count }, (_, i) => one(i)));
}

function protocol(random: Random): Composed {
  if (random.chance(0.7)) return NOTHING;
  return holding(
    'document',
    undefined,
    together(title('甲国政府和乙国政府关于修路的议定书'), articles(random, 1, 4), testimony(random)),
  );
}

/** 1. with a heading, 1.1 with text. */
function decimal(random: Random): Composed {
  return numbered(random, 'section', numberings.arabicPoint, { shape: 'heading', most: 5 }, (value) =>
    numbered(
      random,
      'item',
      (inner) => `${value}.${inner}`,
      { shape: 'text', most: 4 },
      () => NOTHING,
    ),
  );
}

/** A document of some kind, with every numbering that its kind has. */
export function composeDocument(random: Random): ComposedDocument {
  switch (random.below(7)) {
    case 0:
    case 1:
      return {
        kind: 'joint-statement',
        ...together(
          title(`甲国和乙国关于${heading(random)}的联合声明`),
          dateline(random),
          statementPreamble(random),
          sections(random),
          closing(random),
        ),
      };
    case 2:
      return {
        kind: 'treaty',
        ...together(
          title('甲国政府和乙国政府关于边境河流的协定'),
          treatyPreamble(random),
          random.chance(0.5) ? chapters(random) : articles(random, 1, 8),
          testimony(random),
          annexes(random),
          protocol(random),
        ),
      };
    case 3:
      return {
        kind: 'treaty',
        ...together(
          title('甲方和乙方关于停火的协定'),
          treatyPreamble(random),
          armisticeArticles(random),
          testimony(random),
        ),
      };
    case 4:
      return {
        kind: 'communique',
        ...together(
          title('甲国和乙国联合新闻公报'),
          dateline(random),
          holding('preamble', undefined, line('双方举行了会谈，达成共识如下：')),
          numbered(random, 'section', numberings.hanPoint, { shape: 'text', most: 8 }, () => NOTHING),
          closing(random),
        ),
      };
    case 5:
      return {
        kind: 'declaration',
        ...together(title('山城宣言'), dateline(random), decimal(random), closing(random)),
      };
    default:
      return {
        kind: 'announcement',
        ...together(title('甲国政府声明'), dateline(random), paragraphs(random, 8), closing(random)),
      };
  }
}
