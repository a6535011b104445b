import { testExamples } from './marked.ts';

testExamples([
  [
    'light words and marks that are left out, put in or put for others',
    '《难民地位公约》、《关于难民之地位的公约》、《“关于难民地位的公约”》。',
    [
      'full refugees 《难民地位公约》',
      'parallel refugees 《关于难民之地位的公约》',
      'parallel refugees 《“关于难民地位的公约”》',
    ],
  ],
  [
    'a short name of the state',
    '《中国与俄罗斯联邦睦邻友好合作条约》、《中华人民共和国、俄罗斯联邦关于睦邻友好合作的条约》。',
    [
      'full cn-ru-2001 《中国与俄罗斯联邦睦邻友好合作条约》',
      'parallel cn-ru-2001 《中华人民共和国、俄罗斯联邦关于睦邻友好合作的条约》',
    ],
  ],
  [
    'the marks of a title in a title',
    '《联合国海洋法公约鱼类种群协定》、《<联合国海洋法公约>鱼类种群协定》、《“联合国海洋法公约”鱼类种群协定》。',
    [
      'full fish 《联合国海洋法公约鱼类种群协定》',
      'parallel fish 《<联合国海洋法公约>鱼类种群协定》',
      'parallel fish 《“联合国海洋法公约”鱼类种群协定》',
    ],
  ],
  [
    'the year of an instrument before its name, in any figures',
    '《一九六八年不扩散核武器条约》、《1968年6月12日不扩散核武器条约》和《1968年核不扩散条约》。',
    [
      'full npt-1968 《一九六八年不扩散核武器条约》',
      'parallel npt-1968 《1968年6月12日不扩散核武器条约》',
      'parallel npt-1968 《1968年核不扩散条约》',
    ],
  ],
  [
    'the year of another',
    '《一九七二年不扩散核武器条约》和《1969年禁止生物武器公约》。',
    ['full ? 《一九七二年不扩散核武器条约》', 'full ? 《1969年禁止生物武器公约》'],
  ],
  [
    'a treaty of two states, by one character each',
    '《中俄关于睦邻友好合作的条约》、《中印河流水质保护协定》和中印河流水质保护协定。',
    [
      'full cn-ru-2001 《中俄关于睦邻友好合作的条约》',
      'full cn-in-rivers 《中印河流水质保护协定》',
      'unbracketed cn-in-rivers 中印河流水质保护协定',
    ],
  ],
  [
    'what only ends as one of theirs, or is of others',
    '《中印水质保护协定》、《中缅河流水质保护协定》、《中印联合声明》。',
    ['full ? 《中印水质保护协定》', 'full ? 《中缅河流水质保护协定》', 'full ? 《中印联合声明》'],
  ],
  [
    'a title with another name of the instrument that it is about',
    '《〈中俄睦邻友好合作条约〉实施纲要》和《〈中俄睦邻友好合作条约〉议定书》。',
    [
      'full cn-ru-2001-outline 《〈中俄睦邻友好合作条约〉实施纲要》',
      'full cn-ru-2001 〈中俄睦邻友好合作条约〉',
      'full ? 《〈中俄睦邻友好合作条约〉议定书》',
      'full cn-ru-2001 〈中俄睦邻友好合作条约〉',
    ],
  ],
  [
    'another convention',
    '《难民公约》和《关于难民地位的议定书》。',
    ['full ? 《难民公约》', 'full ? 《关于难民地位的议定书》'],
  ],
]);
