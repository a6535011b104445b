import { dateDispute } from '../../instruments/date-dispute.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

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
        en: 'The text says “{4}” ({1}) of 《{0}》, before what the registry has as its signature or adoption ({2}; source: {3}).',
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
          ...(reference.verb === undefined ? [] : [reference.verb]),
        ],
        ...(dispute.of === 'adoption' ? {} : { variant: dispute.of }),
      });
    }
    return found;
  },
};
