import type { TextRange } from '../text/range.ts';
import type { Found, Recogniser } from './found.ts';
import { insideOf } from './inside.ts';
import { NameIndex } from './name-index.ts';
import type { Paragraph } from './paragraph.ts';
import { endOfName, startOfName } from './person-names.ts';

/** The last word of an office, in simplified characters; the longest of those that fit. */
const OFFICE =
  '国家主席|主席团主席|主席|总统助理|总统|总理|首相|国王|女王|王储|王后|国务卿|国务委员|外交大臣|大臣|外交部长|国防部长|部长|外长|防长|全权代表|特别代表|常驻代表|代表|秘书长|总书记|第一书记|书记|委员长|议长|总干事|总裁|行长|总司令|司令员|司令|元帅|大将|上将|中将|特使|大使|高级专员|委员(?!会)|主任|理事长|埃米尔|苏丹|酋长|助理|顾问|发言人|州长|省长|市长|会长';
const OFFICES = new RegExp(OFFICE, 'g');
/** What an office is of, when no state or body is named before it. */
const BEFORE =
  /(?:国家|国务院|政府|外交部?|国防部?|财政部?|商务部?|中央|常务|第一|副|前|代|首席|特别|最高|联邦|高级|全权|国家安全事务|执行|候任|当选|临时|部长会议)+$/;
/** 主席国, 总统大选, 代表团, 委员会, 部长级 */
const NO_OFFICE = /大选|选举|办公厅|办公室|府|制|国|团|职|令|级|权|处|性|了|着|团长/y;
/** What no title runs over; 、 only between two offices. */
const BORDER = /[的了在对由于是将被为以从向同与和及等应把使让经请见，。；：“”‘’《》（）()！？!?,;:—\s·名位]/;
/** In UTF-16. */
const LONGEST_TITLE = 32;
/** 尼克松总统, 周恩来总理, 赫鲁晓夫同志 */
const STYLES =
  /(?:副(?:总统|总理|主席)|总统|总理|主席|首相|外长|部长|国务卿|大使|秘书长|委员长|夫人|先生|女士|博士|同志|阁下|国王|元帅|将军)(?:兼[一-鿿]{0,8}?(?:部长|总理|主席|书记|大臣))?/g;
/** What may follow the name and belongs to it. */
const AFTER_NAME = /(?:博士|先生|女士|夫人|同志|阁下|将军|殿下|陛下)/y;
/** Offices that several hold together. */
const TOGETHER =
  /(?:两国|三国|双方|中[俄美日法德英韩蒙哈印巴]两?国?|上述)(元首|领导人|外长|外交部长|总理|首脑|国防部长|议长)(?!会议|级|人?理事会|定期|峰会|助手|宣言)/g;

const ENDS_OFFICE = new RegExp(`(?:${OFFICE})$`);
/** Offices that tell a person by themselves, where they are of a state or a body: 联合国秘书长. */
const ALONE =
  /^(?:国家)?(?:主席|总统|总理|首相|国王|女王|国务卿|外交部长|外长|外交大臣|国防部长|秘书长|议长|委员长|总干事|总书记)$/;
/** Words that are a verb or a crowd as often as an office: with a name alone behind them they tell nobody. */
const COMMON = /^(?:代表|委员|主任|书记|顾问|助理|会长|市长|省长|州长|部长|大使|特使|司令|总裁)$/;

interface Title extends TextRange {
  /** It says what the office is of: a state, a body, 国家 or 外交. */
  readonly isOf: 'named' | 'told' | 'nothing';
  /** Nothing stands between the state or body and the office, but what belongs to one (国家). */
  readonly isDirect: boolean;
}

/** The title whose last word stands from `start` to `end`. Offsets: UTF-16 in the text. */
function titleOf({ text, names }: Paragraph, start: number, end: number): Title {
  let from = start;
  while (from > 0 && start - from < LONGEST_TITLE) {
    const character = text.charAt(from - 1);
    const joins = character === '、' && ENDS_OFFICE.test(text.slice(Math.max(0, from - 9), from - 1));
    if (!joins && (character === '、' || BORDER.test(character))) break;
    from--;
  }
  const named = names[firstEndingBehind(names, from)];
  if (named !== undefined && named.end <= start && named.entry.kind !== 'other') {
    const between = text.slice(named.end, start);
    const isDirect = between === '' || BEFORE.exec(between)?.[0].length === between.length;
    return { start: named.start, end, isOf: 'named', isDirect };
  }
  const told = BEFORE.exec(text.slice(from, start))?.[0].length ?? 0;
  return { start: start - told, end, isOf: told > 0 ? 'told' : 'nothing', isDirect: false };
}

function firstEndingBehind(names: readonly TextRange[], place: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function behindName(text: string, end: number): number {
  AFTER_NAME.lastIndex = end;
  return end + (AFTER_NAME.exec(text)?.[0].length ?? 0);
}

/**
 * Persons, each with `office` and `name` as far as they are told: a name with its title before it or behind it, the
 * office of a state or a body alone (应乙国总统邀请), 两国元首, and later the name alone. The state in a title belongs to it,
 * and is no party by itself.
 */
export function personRecogniser(): Recogniser {
  const known = new NameIndex<string>([]);
  const remembered = new Set<string>();
  const remember = (name: string) => {
    for (const each of [name, name.split(/[·•・．.‧]/).at(-1)!]) {
      if (each.length < 2 || remembered.has(each)) continue;
      remembered.add(each);
      known.add(each, name);
    }
  };
  return (paragraph) => {
    const { text, start, titles } = paragraph;
    const inTitle = insideOf(titles);
    const found: Found[] = [];
    const add = (from: number, to: number, office: string, name = '') => {
      if (inTitle({ start: start + from, end: start + to })) return;
      if (name !== '') remember(name);
      const bare = name.replaceAll(' ', '');
      const attributes = { ...(office === '' ? {} : { office }), ...(bare === '' ? {} : { name: bare }) };
      found.push({ kind: 'person', start: start + from, end: start + to, attributes });
    };
    let behind = 0;
    for (const { index, 0: word } of text.matchAll(OFFICES)) {
      if (index < behind) continue;
      const end = index + word.length;
      const title = titleOf(paragraph, index, end);
      const office = text.slice(title.start, end);
      const nameEnd = endOfName(text, end);
      const tells = title.isOf !== 'nothing' || !COMMON.test(word);
      if (nameEnd !== undefined && tells && !matchesAt(NO_OFFICE, text, end)) {
        behind = behindName(text, nameEnd);
        add(title.start, behind, office, text.slice(end, nameEnd));
      } else if (title.isDirect && ALONE.test(word) && !matchesAt(NO_OFFICE, text, end)) {
        add(title.start, end, office);
      }
    }
    for (const { index, 0: word } of text.matchAll(STYLES)) {
      if (matchesAt(NO_OFFICE, text, index + word.length)) continue;
      const from = startOfName(text, index);
      if (from === undefined) continue;
      const name = text.slice(from, index);
      if (word === '夫人') add(from, index + 2, '', `${name}夫人`);
      else add(from, index + word.length, /[先女博同阁]/.test(word.charAt(0)) ? '' : word, name);
    }
    for (const { index, 0: words, 1: office } of text.matchAll(TOGETHER)) {
      add(index, index + words.length, office!);
    }
    for (const one of known.in(text)) add(one.start, one.end, '', one.entry);
    return found;
  };
}

function matchesAt(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(text);
}
