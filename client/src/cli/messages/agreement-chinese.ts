import type { AgreementMessages } from '../agreement/agreement-messages.ts';

export const agreementInChinese: AgreementMessages = {
  noTagsOfInput: () => '标准输入没有标注：请写明文件。',
  jsonAlone: () => '--json 与 --format 只能写其一。',
  twoAnnotators: () => '比较需要两名标注者：--annotators 甲,乙；空名字指不带名字的标注文件。',
  tooManyAnnotators: (annotators, most) =>
    `标注者 ${annotators} 人，两两比较过多：请用 --annotators 写明至多 ${most} 人。`,
  nobodyOf: (annotator) => `警告：其中没有“${annotator}”的标注。`,
  notCompared: (fault, isTag) => `警告：${fault}${isTag ? '不计入比较。' : ''}`,
  settledPassedOver: (files) => `略过 ${files} 个裁定后的标注文件：裁定的结果不属于任何标注者。`,
  nothingToCompare: '没有可比较的内容：没有文书有两人完成了同一部分（--unfinished 则不论完成与否都计入）。',

  nobody: '（无名）',
  comparedAll: (annotators, documents, all) =>
    `${annotators.join('、')}：比较了 ${all} 个文书中的 ${documents} 个。`,
  comparedCharacters: (characters, length, tagged) =>
    `全部 ${length} 字中，两人以上完成的有 ${characters} 字；其中有人标注的 ${tagged} 字。`,
  goneNotCompared: (tags, annotator) => `${annotator}有 ${tags} 个标注的文字已不在，未计入比较。`,
  withUnfinished: '未标记为完成的部分也计入。',
  overTagged: '按字计算的指标只计有人标注的字。',
  gammaTrials: (fewest, most, percent) =>
    `γ：每个文书随机试算 ${fewest === most ? fewest : `${fewest} 至 ${most}`} 次，随机无序度的误差不超过 ${percent} %（置信度 95 %）。`,
  measureHeads: {
    observed: '一致率',
    kappa: 'κ',
    fleiss: 'Fleiss κ',
    alpha: 'α',
    ac1: 'AC1',
    'alpha-u': 'α_U',
    precision: '精确率',
    recall: '召回率',
    f1: 'F1',
    'overlap-precision': '重叠精确率',
    'overlap-recall': '重叠召回率',
    'overlap-f1': '重叠 F1',
    gamma: 'γ',
  },
  columns: { characters: '字数', tags: '标注数' },
  tables: {
    label: '按标签',
    pair: '按两人',
    part: '按部分的种类',
    document: '按文书',
    section: '按节',
    confusion: '一人的标签与另一人不同，或另一人未标之处',
  },
  allLabels: '全部标签',
  partKinds: {
    none: '第一部分之前',
    title: '标题',
    dateline: '题注',
    preamble: '序言',
    section: '节',
    article: '条',
    paragraph: '段落',
    closing: '结尾',
    annex: '附件',
    document: '另一文书',
  },
  noTagThere: '（未标）',
  undefinedBecause: {
    nothing: '没有可比较的内容',
    untagged: '无人标注',
    'no-variation': '所有人自始至终只用同一类别',
    'too-large': '计算耗时过长',
  },
  more: (n) => `另有 ${n} 个`,
  leftOut: (name, why) =>
    why === 'unfinished' ? `略去：${name}：没有两人完成其中同一部分。` : `略去：${name}：不足两人有其标注。`,
};
