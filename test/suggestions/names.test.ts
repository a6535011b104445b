import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statement, suggested } from './example.ts';

const persons = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'person');
const organisations = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'organisation');
const places = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'place');

test('a person is a name with the title before it', () => {
  assert.deepEqual(persons('应中华人民共和国主席张三丰邀请，俄罗斯联邦总统弗·弗·斯托夫于五月来访。'), [
    '中华人民共和国主席张三丰 中华人民共和国主席 张三丰',
    '俄罗斯联邦总统弗·弗·斯托夫 俄罗斯联邦总统 弗·弗·斯托夫',
  ]);
  assert.deepEqual(persons('外交部长王毅会见美国国务卿威廉·罗杰斯和总统助理亨利·基辛格博士。'), [
    '外交部长王毅 外交部长 王毅',
    '美国国务卿威廉·罗杰斯 美国国务卿 威廉·罗杰斯',
    '总统助理亨利·基辛格博士 总统助理 亨利·基辛格',
  ]);
});

test('the end of a parliament’s name is nobody’s name', () => {
  assert.deepEqual(persons('蒙古国国家大呼拉尔主席会见来宾。大呼拉尔主席丹巴达尔·巴特尔出席。'), [
    '大呼拉尔主席丹巴达尔·巴特尔 大呼拉尔主席 丹巴达尔·巴特尔',
  ]);
});

test('a title may follow the name, hold several offices, or stand alone', () => {
  assert.deepEqual(persons('尼克松总统和周恩来总理会谈，尼克松夫人在座。'), [
    '尼克松总统 总统 尼克松',
    '周恩来总理 总理 周恩来',
    '尼克松夫人 尼克松夫人',
  ]);
  assert.deepEqual(persons('中共中央政治局委员、中央外事工作委员会办公室主任杨洁篪出席。'), [
    '中共中央政治局委员、中央外事工作委员会办公室主任杨洁篪 中共中央政治局委员、中央外事工作委员会办公室主任 杨洁篪',
  ]);
  assert.deepEqual(persons('两国元首会晤，应哈萨克斯坦总统邀请，联合国秘书长致贺。'), [
    '两国元首 元首',
    '哈萨克斯坦总统 哈萨克斯坦总统',
    '联合国秘书长 联合国秘书长',
  ]);
});

test('a name that was told with its title is known when it stands alone', () => {
  assert.deepEqual(persons('德国总理安格拉·默克尔来访。默克尔指出，合作良好。'), [
    '德国总理安格拉·默克尔 德国总理 安格拉·默克尔',
    '默克尔 安格拉·默克尔',
  ]);
});

test('an office without a person is none', () => {
  assert.deepEqual(
    persons('俄罗斯联邦总统大选，中方担任主席国，代表团抵达，部长级会议，各国领导人，中国就会像一位总统。'),
    [],
  );
});

test('organisations are known by their names, long and short', () => {
  assert.deepEqual(organisations('双方支持上合组织、世贸组织、二十国集团和联合国安理会。'), [
    '上合组织 上海合作组织',
    '世贸组织 世界贸易组织',
    '二十国集团 二十国集团',
    '联合国安理会 联合国安全理事会',
  ]);
});

test('others by what their names end in; common nouns and titles are none', () => {
  assert.deepEqual(organisations('中俄投资合作委员会、亚洲议会大会联盟和国际竹藤组织举行会议。'), [
    '中俄投资合作委员会',
    '亚洲议会大会联盟',
    '国际竹藤组织',
  ]);
  assert.deepEqual(organisations('国务院提请全国人大批准。'), ['国务院 国务院', '全国人大 全国人民代表大会']);
  assert.deepEqual(
    organisations('有关国际组织、两国出版机构、多边机构、合作机制和《世界卫生组织组织法》。'),
    [],
  );
  assert.deepEqual(organisations('“捍卫《联合国宪章》之友小组”的工作。'), [
    '捍卫《联合国宪章》之友小组 捍卫《联合国宪章》之友小组',
  ]);
});

test('places are cities, regions and waters; in the closing also what follows 于', () => {
  assert.deepEqual(places('会谈在北京和莫斯科州举行，隆重庆祝，论及中亚地区、里海和亚洲—太平洋地区。'), [
    '北京',
    '莫斯科州',
    '中亚地区',
    '里海',
    '亚洲—太平洋地区',
  ]);
  assert.deepEqual(places('双方满意。', '二〇三一年五月二日于甲山市'), ['甲山市']);
  assert.deepEqual(places('慕尼黑安全会议召开。'), []);
});

test('a name within another name names nothing', () => {
  assert.deepEqual(places('会谈在马里兰州、乍得湖、约旦河谷和墨西哥湾举行。'), [
    '马里兰州',
    '乍得湖',
    '约旦河谷',
    '墨西哥湾',
  ]);
  const named = statement('马里兰州、乍得湖、墨西哥湾，以色列国防军，发展中国家，俄国防部，朝鲜人民军。');
  assert.deepEqual(suggested(named, 'party').slice(2), ['以色列 以色列']);
  assert.deepEqual(suggested(statement('中国防止污染，中国家庭参加。'), 'party').slice(2), [
    '中国 中国',
    '中国 中国',
  ]);
});

test('an organisation is told whole, and not with the words around it', () => {
  assert.deepEqual(
    organisations('联合国大会提出该委员会应工作，加强中俄银行业合作，两国政府间各合作委员会开会。'),
    ['联合国大会 联合国大会'],
  );
  const text = statement('中国全国人大愿同摩洛哥议会交流，土耳其贸易促进委员会开会。');
  assert.deepEqual(suggested(text, 'organisation'), [
    '中国全国人大 全国人民代表大会',
    '摩洛哥议会',
    '土耳其贸易促进委员会',
  ]);
  assert.deepEqual(suggested(text, 'party').slice(2), []);
  assert.deepEqual(organisations('朝鲜人民军和联合国军。'), []);
});

test('definitions tell the short name, or the term', () => {
  const text = statement(
    '双方签署《引水协定》（以下简称“《协定》”或“协定”），下称纲要，以下简称《专约》。',
    '“水源”系指两国的河流；其他除外。',
  );
  assert.deepEqual(suggested(text, 'definition'), [
    '以下简称“《协定》” 《协定》',
    '下称纲要 纲要',
    '以下简称《专约》 专约',
    '“水源”系指两国的河流 水源',
  ]);
});
