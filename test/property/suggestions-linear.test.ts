import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { finished } from '../../server/src/steps.ts';
import { findSuggestions } from '../../server/src/suggestions/suggestions.ts';
import { assertLinear, cost } from './growth.ts';

const service = createStatementService();

/** What each kind might look at again and again, with no full stop between and in many paragraphs. */
const worst: Readonly<Record<string, string>> = {
  'one party': '双方',
  'parties that speak': '双方重申',
  'parties joined': '中方和',
  'both sides of others': '中美双方',
  'others named together': '美国和日本，双方',
  eras: '民国三十年五月',
  'stances without a subject': '重申，',
  'words of manner': '坚决',
  particles: '都也还',
  'stances in one clause': '并认为某事',
  commitments: '双方将合作，',
  'topics that end in nothing': '对某事，',
  'members of a list': '双方商定：\n——开展合作；\n',
  announcements: '双方声明：\n',
  'quotations that open': '双方说：“',
  'brackets that open': '双方（',
  years: '2031',
  'years and dashes': '2031—',
  dates: '2031年5月2日至',
  'words for dates': '同日同年今年',
  centuries: '20世纪',
  offices: '主席',
  'offices joined': '主席、',
  'offices of a state': '中华人民共和国主席',
  'foreign names': '弗·',
  'foreign characters': '阿尔巴',
  'names that are remembered': '总统弗拉基米尔·普京，普京',
  states: '中华人民共和国',
  places: '北京—',
  bodies: '联合国国际',
  'bodies without an end': '国际竹藤',
  definitions: '以下简称“',
  terms: '“水源”系指',
  titles: '《国',
  'nested titles': '《〈国',
  sections: '一\n双方重申合作。\n',
  articles: '第一条\n缔约双方发展合作。\n',
  spaces: ' ',
  surrogates: '\ud800',
};

for (const [name, unit] of Object.entries(worst)) {
  test(`finding suggestions is linear in ${name}`, () => {
    assertLinear(unit, 200_000, (text) => {
      const analysis = service.analyse(text);
      analysis.tree;
      analysis.references;
      return cost(() => finished(findSuggestions(analysis)));
    });
  });
}
