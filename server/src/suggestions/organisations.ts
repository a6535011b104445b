import type { Found, Recogniser } from './found.ts';
import { insideKinds, insideOf } from './inside.ts';
import type { Paragraph } from './paragraph.ts';

/** What a body is, where its name ends. */
const KIND =
  '组织|委员会|联盟|理事会|机制|论坛|银行|基金会|协会|联合会|安全会议|秘书处|办公厅|办公室|总署|机构|俱乐部|工作组|法院|常设理事会|合作中心';
const HAN = '[一-鿿]';
/** What no name of a body runs over. */
const BORDER =
  '[的了在对由于是将被为以从向同与和及等应把使让并有或派驻该各]|得(?=[经以向自])|(?<!土耳)其|经(?![济贸社合])|提出|决定|负责|协助|赴|出席|举行|举办|参加|召开|成立|加入|支持';
/** The rest of the name of a body, behind the name of a state, a place or another body. */
const REST = new RegExp(`(?:(?!${BORDER})${HAN}){0,16}?(?:${KIND})(?!之|业|成员|框架下的机构|化|性|员)`, 'y');
/** A parliament, by the name of its state: 乙国议会. */
const PARLIAMENT = /(?:国家)?(?:议会|国会|众议院|参议院|杜马)(?![议选制大党联])/y;
/** A body that may be told with its state: 中国全国人大. */
const NATIONAL = /^(?:全国|国务院)/;
/** What a name may begin with that is none by itself. */
const WORLDWIDE = /(?:国际|世界|全球|亚洲|欧亚|中央|中[俄美日欧非阿拉哈蒙印巴法德英韩朝]|两国)/g;
/** A common noun that ends so: 国际组织, 国际机构, 中俄合作机制 are spoken of and not named. */
const COMMON =
  /^(?:国际|世界|全球|两国|中央)?各?(?:(?:有关|相关|主要|多边|专门|司法|金融|政府间|非政府|地区|区域|合作|双边|对话|磋商|会晤|恐怖|犯罪|立法)){0,3}(?:组织|机构|机制|论坛|银行|办公室|秘书处|工作组|法院|委员会|联盟)$/;

/** What states have many of is named so only as an international one: 国际原子能机构, not 两国出版机构. */
const LOCAL = /^(?!国际|世界|全球|联合国).*(?:机构|办公室)$/;

/**
 * International organisations, bodies, mechanisms and forums: by the list of names, with their full `name`, and by what
 * their names end in, where they begin with a state, a place, another body or a word such as 国际. Not in titles.
 */
export function organisationRecogniser(): Recogniser {
  return ({ text, start, names, titles, role }: Paragraph, before) => {
    const found: Found[] = [];
    const inTitle = insideOf(titles);
    // The body of an office belongs to its title: 中国共产党主席.
    const inPerson = insideKinds(before, 'person');
    const add = (from: number, to: number, name?: string) =>
      found.push({
        kind: 'organisation',
        start: start + from,
        end: start + to,
        attributes: name === undefined ? {} : { name },
      });
    const restAt = (end: number) => {
      REST.lastIndex = end;
      return REST.exec(text)?.[0].length ?? 0;
    };
    for (const [i, { start: from, end, entry }] of names.entries()) {
      if (inPerson({ start: start + from, end: start + end })) continue;
      const reach = entry.kind === 'other' ? 0 : restAt(end);
      // 国务院提请全国人大…: the name of another is no part of this one.
      const rest = end + reach > (names[i + 1]?.start ?? text.length) ? 0 : reach;
      PARLIAMENT.lastIndex = end;
      if (entry.kind === 'state' && PARLIAMENT.test(text)) add(from, PARLIAMENT.lastIndex);
      else if (
        rest > 2 &&
        !LOCAL.test(text.slice(from, end + rest)) &&
        !COMMON.test(text.slice(end, end + rest))
      )
        add(from, end + rest);
      else if (entry.kind === 'organisation') {
        const owner = names[i - 1];
        const isOwned =
          owner?.entry.kind === 'state' && owner.end === from && NATIONAL.test(text.slice(from, end));
        add(isOwned ? owner.start : from, end, entry.name);
      }
    }
    if (role === 'title') return found;
    const isOfPerson = insideKinds(before, 'person');
    for (const { index, 0: word } of text.matchAll(WORLDWIDE)) {
      const rest = restAt(index + word.length);
      if (rest === 0) continue;
      const to = index + word.length + rest;
      if (COMMON.test(text.slice(index, to)) || LOCAL.test(text.slice(index, to))) continue;
      const range = { start: start + index, end: start + to };
      if (!inTitle(range) && !isOfPerson(range)) add(index, to);
    }
    return found;
  };
}
