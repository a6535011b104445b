import { type Label, sicLabel } from './labels.ts';

/** The labels for diplomatic texts that are used where a folder brings none of its own. The examples are made up. */
export const diplomaticLabels: readonly Label[] = [
  {
    id: 'party',
    name: { zh: '当事方', en: 'Party' },
    colour: { light: '#b5200d', dark: '#f48771' },
    key: '1',
    description: {
      zh: '发表或签署本文件的国家、政府或一方，如“中方”“双方”。',
      en: 'A state, government or side that issues or signs the document, such as “the Chinese side”.',
    },
    guideline: {
      zh: '标出**词语本身**，不带其后的动词：【双方】重申…… 省略主语处不标。\n\n- 【中方】支持【对方】…… → 两处各标一次\n- 两国人民、两国关系 → 不标：说的是人民与关系\n\n“双方”指谁，写在属性“所指国家”里。',
      en: 'Tag the **words themselves**, without the verb that follows: 【双方】重申… Where the subject is left out, tag nothing.\n\n- 【中方】支持【对方】… → one tag each\n- 两国人民, 两国关系 → none: these are peoples and relations\n\nWhom 双方 stands for goes into the attribute “State”.',
    },
    group: 'who',
  },
  {
    id: 'organisation',
    name: { zh: '组织', en: 'Organisation' },
    colour: { light: '#7a3e9d', dark: '#c99ae8' },
    key: '2',
    description: {
      zh: '国际组织、机构、机制或论坛。',
      en: 'An international organisation, body, mechanism or forum.',
    },
    guideline: {
      zh: '用全称或简称皆标；机构之中的机构单独成一处。\n\n- 【联合国安理会】第1号决议 → 标机构，决议另标“文书”\n- 【两国副外长级磋商机制】 → 标：有名称的机制\n- 有关机构、国际社会 → 不标：没有名称',
      en: 'Full and short names alike; a body within a body is one tag.\n\n- 【联合国安理会】第1号决议 → the body; the resolution is an instrument\n- 【两国副外长级磋商机制】 → yes: a mechanism with a name\n- 有关机构, 国际社会 → none: no name',
    },
    group: 'who',
  },
  {
    id: 'person',
    name: { zh: '人物', en: 'Person' },
    colour: { light: '#0b6e4f', dark: '#5fd3a8' },
    key: '3',
    description: { zh: '人名及其职衔。', en: 'A person, with title and office.' },
    guideline: {
      zh: '职衔与姓名相连时合为一处；职衔另写入属性“职务”。\n\n- 【甲国总统某某】 → 一处，职务：总统\n- 两国元首 → 只在指明其人时标',
      en: 'Office and name together are one tag; the office goes into the attribute “Office” as well.\n\n- 【甲国总统某某】 → one tag, office: 总统\n- 两国元首 → only where it is said who they are',
    },
    group: 'who',
  },
  {
    id: 'place',
    name: { zh: '地点', en: 'Place' },
    colour: { light: '#8a5a00', dark: '#e0b052' },
    key: '4',
    description: {
      zh: '城市、地区、海域等地名；作为一方的国家请用“当事方”。',
      en: 'A city, region, sea and the like; a state that acts is a party.',
    },
    guideline: {
      zh: '- 于【北京】签署 → 标\n- 【中亚】地区的稳定 → 标“中亚”\n- 《北京宣言》 → 不标：地名在文书名称之内',
      en: '- 于【北京】签署 → yes\n- 【中亚】地区的稳定 → only 中亚\n- 《北京宣言》 → none: the place is part of a title',
    },
    group: 'when-and-where',
  },
  {
    id: 'date',
    name: { zh: '日期', en: 'Date' },
    colour: { light: '#005f9e', dark: '#6cb8f0' },
    key: '5',
    description: { zh: '日期或时期。', en: 'A date or a period.' },
    guideline: {
      zh: '标出整个日期或时期；能确定时在属性里写成 ISO 8601。\n\n- 【2001年5月】 → `2001-05`\n- 【同年】【今年】 → 按上文或落款推定\n- 【2001至2005年】 → 一处，`2001/2005`',
      en: 'Tag the whole date or period; write it as ISO 8601 in the attribute where it is certain.\n\n- 【2001年5月】 → `2001-05`\n- 【同年】, 【今年】 → by the text before, or the date of signing\n- 【2001至2005年】 → one tag, `2001/2005`',
    },
    group: 'when-and-where',
  },
  {
    id: 'instrument',
    name: { zh: '文书', en: 'Instrument' },
    colour: { light: '#3b4bc4', dark: '#a3aef5' },
    key: '6',
    description: {
      zh: '所援引的条约、公约、声明、公报、决议等。',
      en: 'A treaty, convention, declaration, communiqué or resolution that is cited.',
    },
    guideline: {
      zh: '连书名号一并标出；简称和“该条约”之类的指称也标，属性“文书编号”写所指的那一份。\n\n- 【《甲乙友好条约》】（以下简称【《条约》】）\n- 【该条约】第三条 → 标“该条约”\n- 国内法律、书名、片名 → 不标',
      en: 'Include the 《 》; tag short forms and words such as 该条约 as well, with the id of the one that is meant in the attribute.\n\n- 【《甲乙友好条约》】（以下简称【《条约》】）\n- 【该条约】第三条 → 该条约\n- Domestic laws, books, films → none',
    },
    group: 'what',
  },
  {
    id: 'commitment',
    name: { zh: '承诺', en: 'Commitment' },
    colour: { light: '#a0195f', dark: '#f08cc0' },
    key: '7',
    description: {
      zh: '一方或各方承担、允诺或同意要做的事。',
      en: 'What one side or all undertake, promise or agree to do.',
    },
    guideline: {
      zh: '从表示承诺的词标到所承诺之事结束，不含句末标点；主体用关系“表态者”连到当事方。\n\n- 双方【同意于明年举行第二轮磋商】。 → 强度：同意\n- 双方【将继续提供便利】。 → 强度：将\n- 双方高度评价…… → 不是承诺，是立场',
      en: 'From the word that promises to the end of what is promised, without the final mark; link it to the party by the relation “Speaker”.\n\n- 双方【同意于明年举行第二轮磋商】。 → strength: 同意\n- 双方【将继续提供便利】。 → strength: 将\n- 双方高度评价… → no commitment but a position',
    },
    group: 'what',
  },
  {
    id: 'position',
    name: { zh: '立场', en: 'Position' },
    colour: { light: '#5c6b00', dark: '#c3d24a' },
    key: '8',
    description: {
      zh: '表明的态度：支持、反对、谴责、关切、重申等。',
      en: 'A stance that is stated: support, opposition, condemnation, concern, reaffirmation.',
    },
    guideline: {
      zh: '从表态的动词标到其内容结束。主语省略时沿用前句的，写在属性“表态者”里。\n\n- 双方【反对任何形式的单边制裁】。 → 动词：反对\n- 中方【重申支持对方的倡议】，对方【对此表示赞赏】。 → 两处，动词：重申、赞赏\n- 一句中并列的动词各成一处',
      en: 'From the verb of stance to the end of what it is about. Where the subject is left out, that of the sentence before goes on: put it into the attribute “Speaker”.\n\n- 双方【反对任何形式的单边制裁】。 → verb: 反对\n- 中方【重申支持对方的倡议】，对方【对此表示赞赏】。 → two tags, 重申 and 赞赏\n- Verbs side by side are one tag each',
    },
    group: 'what',
  },
  {
    id: 'definition',
    name: { zh: '定义', en: 'Definition' },
    colour: { light: '#00696b', dark: '#56d0d2' },
    key: '9',
    description: {
      zh: '给出简称或含义之处，如“以下简称……”。',
      en: 'Where a short form or a meaning is given, such as “hereinafter …”.',
    },
    guideline: {
      zh: '标出下定义的词语，连括号一起；简称写在属性里，并用关系“定义”连到所指的文书或组织。\n\n- 《甲乙合作纲要》【（以下简称《纲要》）】 → 简称：《纲要》',
      en: 'The words that define, with their brackets; the short form goes into the attribute, and the relation “Defines” leads to the instrument or organisation.\n\n- 《甲乙合作纲要》【（以下简称《纲要》）】 → short form: 《纲要》',
    },
    group: 'text',
  },
  { ...sicLabel, group: 'text' },
];
