import { diplomaticLabels } from './diplomatic-labels.ts';
import type { AttributeChoice, AttributeDefinition, LabelScheme, RelationDefinition } from './labels.ts';

/** Verbs of stance, with what they are called in English texts of the same kind. */
const stances: readonly AttributeChoice[] = choices({
  重申: 'reaffirm',
  强调: 'emphasise',
  指出: 'point out',
  认为: 'hold the view',
  主张: 'advocate',
  相信: 'be convinced',
  声明: 'state',
  宣布: 'announce',
  确认: 'confirm',
  承认: 'recognise',
  不承认: 'not recognise',
  认识到: 'realise',
  坚持: 'adhere to',
  维护: 'uphold',
  支持: 'support',
  不支持: 'not support',
  鼓励: 'encourage',
  赞同: 'endorse',
  反对: 'oppose',
  谴责: 'condemn',
  欢迎: 'welcome',
  赞赏: 'appreciate',
  高度评价: 'speak highly of',
  重视: 'attach importance to',
  满意: 'be satisfied',
  感谢: 'thank',
  祝贺: 'congratulate',
  慰问: 'convey sympathy',
  敦促: 'urge',
  呼吁: 'call for',
  要求: 'demand',
  希望: 'hope',
  关切: 'be concerned',
  遗憾: 'regret',
  注意到: 'note',
  尊重: 'respect',
  理解: 'understand',
  拒绝: 'reject',
  不接受: 'not accept',
  愿: 'be willing',
  同意: 'agree',
});

/** Words that promise, from the firmest to the loosest that such texts use. */
const strengths: readonly AttributeChoice[] = choices({
  保证: 'guarantee',
  承诺: 'undertake',
  应: 'shall',
  不得: 'shall not',
  决定: 'decide',
  商定: 'have agreed',
  同意: 'agree',
  将: 'will',
  继续: 'continue to',
  致力于: 'be committed to',
  努力: 'endeavour to',
  愿: 'be willing to',
});

const attributes: readonly AttributeDefinition[] = [
  {
    id: 'state',
    name: { zh: '所指国家', en: 'State' },
    description: {
      zh: '“双方”“中方”等词所指的国家，表态者所属的国家；不止一个时以顿号分开。',
      en: 'The state that words such as 中方 or 双方 stand for, or that the speaker is of; several with “、” between them.',
    },
    kind: 'text',
    choices: [],
    labels: ['party', 'position', 'commitment'],
  },
  {
    id: 'office',
    name: { zh: '职务', en: 'Office' },
    description: { zh: '所任职务，如“总统”。', en: 'The office that the person holds, such as 总统.' },
    kind: 'text',
    choices: [],
    labels: ['person'],
  },
  {
    id: 'name',
    name: { zh: '全名', en: 'Full name' },
    description: {
      zh: '姓名，或组织的全称。',
      en: 'The name of the person, or the full name of the organisation.',
    },
    kind: 'text',
    choices: [],
    labels: ['person', 'organisation'],
  },
  {
    id: 'iso',
    name: { zh: 'ISO 日期', en: 'ISO date' },
    description: {
      zh: '按 ISO 8601 写：2001、2001-05、2001-05-16；时期写作 2001/2005。',
      en: 'As ISO 8601 has it: 2001, 2001-05, 2001-05-16; a period as 2001/2005.',
    },
    kind: 'text',
    choices: [],
    labels: ['date'],
  },
  {
    id: 'instrument',
    name: { zh: '文书编号', en: 'Instrument id' },
    description: {
      zh: '文书库中的编号，如 un-charter。',
      en: 'The id that the register of instruments has for it, such as un-charter.',
    },
    kind: 'text',
    choices: [],
    labels: ['instrument'],
  },
  {
    id: 'stance',
    name: { zh: '表态动词', en: 'Verb of stance' },
    description: { zh: '以何种态度表明立场。', en: 'How the position is taken.' },
    kind: 'choice',
    choices: stances,
    labels: ['position'],
  },
  {
    id: 'strength',
    name: { zh: '承诺强度', en: 'Strength' },
    description: { zh: '以何种措辞承诺。', en: 'The word by which it is promised.' },
    kind: 'choice',
    choices: strengths,
    labels: ['commitment'],
  },
  {
    id: 'speaker',
    name: { zh: '表态者', en: 'Speaker' },
    description: {
      zh: '谁在表态或承诺；主语省略时沿用前文的。',
      en: 'Who takes the position or makes the commitment; where no subject stands, the one from before.',
    },
    kind: 'text',
    choices: [],
    labels: ['position', 'commitment'],
  },
  {
    id: 'short',
    name: { zh: '简称', en: 'Short form' },
    description: { zh: '所定义的简称。', en: 'The short form that is defined.' },
    kind: 'text',
    choices: [],
    labels: ['definition'],
  },
  {
    id: 'uncertain',
    name: { zh: '存疑', en: 'Uncertain' },
    description: { zh: '没有把握，留待复核。', en: 'Not sure: somebody should look at it again.' },
    kind: 'flag',
    choices: [],
    labels: [],
  },
];

const relations: readonly RelationDefinition[] = [
  {
    id: 'speaker',
    name: { zh: '表态者', en: 'Speaker' },
    description: { zh: '立场或承诺出自谁。', en: 'Whose position or commitment it is.' },
    from: ['position', 'commitment'],
    to: ['party', 'organisation', 'person'],
  },
  {
    id: 'about',
    name: { zh: '关于', en: 'About' },
    description: { zh: '立场或承诺涉及什么。', en: 'What the position or commitment is about.' },
    from: ['position', 'commitment'],
    to: [],
  },
  {
    id: 'defines',
    name: { zh: '定义', en: 'Defines' },
    description: { zh: '简称指的是什么。', en: 'What the short form stands for.' },
    from: ['definition'],
    to: ['instrument', 'organisation'],
  },
  {
    id: 'holds-office-in',
    name: { zh: '任职于', en: 'Holds office in' },
    description: { zh: '人物在何国何机构任职。', en: 'The state or body in which the person holds office.' },
    from: ['person'],
    to: ['party', 'organisation'],
  },
];

/** What diplomatic texts are tagged with where a folder brings no scheme of its own. */
export const diplomaticScheme: LabelScheme = {
  labels: diplomaticLabels,
  groups: [
    { id: 'who', name: { zh: '谁', en: 'Who' } },
    { id: 'when-and-where', name: { zh: '何时何地', en: 'When and where' } },
    { id: 'what', name: { zh: '说了什么', en: 'What is said' } },
    { id: 'text', name: { zh: '文本本身', en: 'The text itself' } },
  ],
  attributes,
  relations,
};

function choices(names: Readonly<Record<string, string>>): readonly AttributeChoice[] {
  return Object.entries(names).map(([id, english]) => ({ id, name: { zh: id, en: `${id} (${english})` } }));
}
