import type { AgreementMessages } from '../agreement/agreement-messages.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const agreementInEnglish: AgreementMessages = {
  noTagsOfInput: () => 'standard input has no tags: name the files.',
  jsonAlone: () => 'say either --json or --format.',
  twoAnnotators: () =>
    'to compare takes two annotators: --annotators A,B; an empty name is the file without one.',
  tooManyAnnotators: (annotators, most) =>
    `${annotators} annotators are too many to compare each with each: name ${most} at most with --annotators.`,
  nobodyOf: (annotator) => `warning: no tags of “${annotator}” there.`,
  notCompared: (fault, isTag) => `warning: ${fault}${isTag ? ' It does not count.' : ''}`,
  settledPassedOver: (files) =>
    `${count(files, 'file')} of settled tags passed over: what was settled is nobody’s own.`,
  nothingToCompare:
    'nothing to compare: of no document have two annotators finished the same (--unfinished counts it all the same).',

  nobody: '(no name)',
  comparedAll: (annotators, documents, all) =>
    `${annotators.join(', ')}: ${documents} of ${count(all, 'document')} compared.`,
  comparedCharacters: (characters, length, tagged) =>
    `Two or more have finished ${characters} of ${count(length, 'character')}; ${tagged} of these are tagged by somebody.`,
  goneNotCompared: (tags, annotator) =>
    `${count(tags, 'tag')} of ${annotator} whose words are gone ${tags === 1 ? 'is' : 'are'} not compared.`,
  withUnfinished: 'What is not marked as finished counts as well.',
  overTagged: 'Measures by the character are over those that somebody tagged.',
  gammaTrials: (fewest, most, percent) =>
    `γ: chance was tried ${fewest === most ? fewest : `${fewest} to ${most}`} times a document, so that the disorder by chance is known to ${percent} % (at 95 %).`,
  measureHeads: {
    observed: 'agree',
    kappa: 'κ',
    fleiss: 'Fleiss κ',
    alpha: 'α',
    ac1: 'AC1',
    'alpha-u': 'α_U',
    precision: 'P',
    recall: 'R',
    f1: 'F1',
    'overlap-precision': 'P overlap',
    'overlap-recall': 'R overlap',
    'overlap-f1': 'F1 overlap',
    gamma: 'γ',
  },
  columns: { characters: 'characters', tags: 'tags' },
  tables: {
    label: 'By label',
    pair: 'By pair',
    part: 'By kind of part',
    document: 'By document',
    section: 'By section',
    confusion: 'Where one has another label than the other, or none',
  },
  allLabels: 'all labels',
  partKinds: {
    none: 'before the first part',
    title: 'title',
    dateline: 'dateline',
    preamble: 'preamble',
    section: 'section',
    article: 'article',
    paragraph: 'paragraph',
    closing: 'closing',
    annex: 'annex',
    document: 'another document',
  },
  noTagThere: '(nothing)',
  undefinedBecause: {
    nothing: 'there is nothing to compare',
    untagged: 'nobody tagged anything',
    'no-variation': 'everybody gave one and the same category throughout',
    'too-large': 'it would take too long',
  },
  more: (n) => `and ${n} more`,
  leftOut: (name, why) =>
    why === 'unfinished'
      ? `Left out: ${name}: no two have finished the same of it.`
      : `Left out: ${name}: fewer than two have tags of it.`,
};
