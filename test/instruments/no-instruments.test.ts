import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesIn, testExamples } from './marked.ts';

const NONE: readonly string[] = [
  '影片《和平协定》、纪录片《雪山公约》、歌曲《海洋宣言》、交响曲《和平宪章》、油画《山城条约》上演。',
  '《和平宪章》一书、《海洋公约》杂志、《山地公报》白皮书、《和平宣言》图片展、《和平宣言》奖。',
  '《人民日报》、《大公报》、《求是》、《国务院公报》、《独立宣言》、《共产党宣言》。',
  '《中华人民共和国宪法》、《缔结条约程序法》、《渔业条例》、《枪支管理规定》、《关于修改刑法的决定》。',
  '《中国共产党章程》、《中共中央关于山区建设的决议》、《中国人民政治协商会议共同纲领》。',
  '《“十四五”山区发展规划》、《山区十五五规划纲要》、《国民经济和社会发展第十个五年计划纲要》。',
  '国务院印发《新能源汽车产业发展规划》，商务部发布《山区工作方案和行动计划》，全国人大常委会通过《关于山区工作的决议》。',
  '“甲乙文化年”、“山城计划”、北大西洋公约组织、集体安全条约组织、华沙条约国。',
  '《甲城政府公报》、《山地特别行政區公報》、《海洋环境状况公报》、《甲省公报》、《人口普查公报》、《第三次全体会议公报》。',
  '《乡村振兴战略规划》、《长江保护行动计划》、《教育强国建设规划纲要》出台。',
  '《人民法院组织法》、《中华人民共和国国务院组织法》、《中央人民政府组织法》、《村民委员会组织法》。',
];

for (const text of NONE) test(`no instrument: ${text}`, () => assert.deepEqual(referencesIn(text), []));

testExamples([
  [
    'a treaty in the title of a law or a book still counts',
    '《关于批准〈不扩散核武器条约〉的决定》、《〈联合国宪章〉注释》一书。',
    ['full npt-1968 〈不扩散核武器条约〉', 'full un-charter 〈联合国宪章〉'],
  ],
  [
    'the act by which states found an organisation does',
    '双方恪守《万国邮政联盟组织法》和《世界山地组织组织法》。',
    ['full ? 《万国邮政联盟组织法》', 'full ? 《世界山地组织组织法》'],
  ],
  [
    'an agreement of the government of a region does, and a communiqué of two governments',
    '《山地特别行政区政府和甲国政府航空协定》和《甲乙两国政府公报》。',
    ['full ? 《山地特别行政区政府和甲国政府航空协定》', 'full ? 《甲乙两国政府公报》'],
  ],
  [
    'plans of several do',
    '双方批准《山地开发规划》，通过《中俄旅游合作行动计划》和《成员国能源战略》。',
    ['full ? 《山地开发规划》 批准', 'full ? 《中俄旅游合作行动计划》 通过', 'full ? 《成员国能源战略》'],
  ],
]);
