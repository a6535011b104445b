import { dateDispute } from '../../instruments/date-dispute.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** What the verbs of a text say was done, which can have been done only to what was there already. */
const IN_ENGLISH: readonly (readonly [verb: RegExp, done: string])[] = [
  [/^批准/, 'ratified'],
  [/^核准/, 'approved'],
  [/^加入/, 'acceded to'],
  [/^修[订訂]/, 'revised'],
  [/^[缔締订訂]/, 'concluded'],
  [/^[签簽]/, 'signed'],
];

/** A verb as printed, and in English. */
function done(verb: string | undefined): string[] {
  if (verb === undefined) return [];
  return [verb, IN_ENGLISH.find(([chinese]) => chinese.test(verb))?.[1] ?? `“${verb}”`];
}

/** A date beside a title that is not the one by which the registry knows the instrument. */
export const instrumentDate: ReadingRule = {
  id: 'instrument-date',
  class: 'suspect',
  name: { en: 'dates that disagree with the registry', zh: '与文书库不符的日期' },
  about: {
    en: 'Dates beside a title that differ from what the registry has of that instrument.',
    zh: '文件名旁所写日期与文书库所载不同。',
  },
  done: { en: { one: '1 date mended', many: '{0} dates mended' }, zh: '{0} 处日期改正' },
  words: {
    message: {
      en: 'The text dates 《{0}》 {1}; the registry has {2} for its signature or adoption (source: {3}).',
      zh: '文中《{0}》的日期为{1}，文书库所载签署或通过日期为{2}（来源：{3}）。',
    },
  },
  variants: {
    force: {
      message: {
        en: 'The text has 《{0}》 in force since {1}; the registry has {2} (source: {3}).',
        zh: '文中《{0}》的生效日期为{1}，文书库所载为{2}（来源：{3}）。',
      },
    },
    before: {
      message: {
        en: 'By the text, 《{0}》 was {5} ({1}) before what the registry has as its signature or adoption ({2}; source: {3}).',
        zh: '文中《{0}》的{4}日期为{1}，早于文书库所载签署或通过日期{2}（来源：{3}）。',
      },
    },
  },
  find({ references, registry }) {
    const found: ReadingFound[] = [];
    for (const reference of references) {
      const instrument = reference.instrument === null ? undefined : registry.byId.get(reference.instrument);
      const dispute = instrument === undefined ? null : dateDispute(reference, instrument);
      if (instrument === undefined || dispute === null) continue;
      const { start, end } = reference.range.clean;
      found.push({
        start,
        end,
        edits: [],
        values: [
          instrument.names.zh,
          dispute.said,
          dispute.known,
          dispute.source ?? instrument.id,
          ...done(reference.verb),
        ],
        ...(dispute.of === 'adoption' ? {} : { variant: dispute.of }),
      });
    }
    return found;
  },
};
