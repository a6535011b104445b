import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import { languageId } from '../language/names.ts';
import { toRange } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import type { Annotators } from './annotators.ts';
import { inReadersLanguage } from './label-name.ts';
import { CommandLinks, PlainMarkdown } from './plain-markdown.ts';
import { annotatorName, attributeText, lookOfTag, stateName } from './tag-look.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** What links in a hover may do: all of it can be undone, or asks first. */
const commands = [
  'jiaozhu.tags.changeLabel',
  'jiaozhu.tags.editNote',
  'jiaozhu.tags.remove',
  'jiaozhu.tags.accept',
  'jiaozhu.tags.reject',
  'jiaozhu.tags.takeOver',
  'jiaozhu.showGuideline',
];
/** So much of a guideline is shown, in lines and in characters. */
const guidelineSize = { lines: 3, characters: 240 };
/** So many links of a tag are told. */
const mostLinks = 5;

/** Hovering tagged words shows all their tags, one's own first, and what can be done with them. */
export function tagHover(
  documents: TaggedDocuments,
  readings: Readings,
  annotators: Annotators,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(languageId, {
    provideHover(document, position) {
      const tagged = documents.of(document);
      if (!tagged) return null;
      const offset = document.offsetAt(position);
      const mine = tagged.store.at(offset);
      const others = annotators
        .shown(tagged)
        .flatMap(({ annotator, store }) => store.at(offset).map((tag) => ({ annotator, store, tag })))
        .filter(({ tag }) => tag.review === 'accepted');
      const span = [...mine, ...others.map(({ tag }) => tag)]
        .flatMap(({ spans }) => spans)
        .filter(({ start, end }) => start <= offset && offset <= end)
        .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (!span) return null;
      const contents = [
        ...mine.flatMap((tag) => ownCard(tag, tagged, readings)),
        ...others.flatMap((each) => othersCard(each, tagged, readings)),
      ];
      return new vscode.Hover(contents, toRange(document, span));
    },
  });
}

function ownCard(tag: Annotation, tagged: TaggedDocument, readings: Readings): vscode.MarkdownString[] {
  const { told, links } = cardOf(tag, tagged, tagged.store, readings);
  if (tag.review === 'suggested') {
    links.add(vscode.l10n.t('Accept'), 'jiaozhu.tags.accept', tag.id);
    links.add(vscode.l10n.t('Reject'), 'jiaozhu.tags.reject', tag.id);
  }
  links.add(vscode.l10n.t('Change Label'), 'jiaozhu.tags.changeLabel', tag.id);
  links.add(vscode.l10n.t('Edit Note'), 'jiaozhu.tags.editNote', tag.id);
  links.add(vscode.l10n.t('Remove'), 'jiaozhu.tags.remove', tag.id);
  return [told.markdown, links.markdown];
}

function othersCard(
  { tag, annotator, store }: { tag: Annotation; annotator: string; store: AnnotationStore },
  tagged: TaggedDocument,
  readings: Readings,
): vscode.MarkdownString[] {
  const { told, links } = cardOf(tag, tagged, store, readings, annotator);
  links.add(vscode.l10n.t('Take Over'), 'jiaozhu.tags.takeOver', tag.id);
  return [told.markdown, links.markdown];
}

/** What others may have written is apart from what can be run. */
interface Card {
  readonly told: PlainMarkdown;
  readonly links: CommandLinks;
}

/** What is told of any tag. `annotator`: whose it is, where it is not one's own. */
function cardOf(
  tag: Annotation,
  tagged: TaggedDocument,
  store: AnnotationStore,
  readings: Readings,
  annotator?: string,
): Card {
  const look = lookOfTag(tag, tagged, readings);
  const card = new PlainMarkdown().strong(look.name);
  const links = new CommandLinks(commands);
  if (annotator !== undefined) card.say(' · ').quote(annotatorName(annotator));
  else if (tag.creator !== '' && tag.creator !== tagged.annotator) card.say(' · ').quote(tag.creator);
  if (tag.review !== 'accepted') card.say(` · ${stateName(tag.review)}`);
  if (!look.label.known) card.say(` · ${vscode.l10n.t('not in the label scheme')}`);
  if (look.attributes.length > 0) {
    card.line();
    look.attributes.forEach((attribute, index) => {
      card.say(index > 0 ? ' · ' : '').quote(attributeText(attribute));
    });
  }
  if (tag.note) card.paragraph().quote(tag.note);
  for (const { arrow, name, words } of linksOf(tag, tagged, store, readings)) {
    card.line().say(`${arrow} `).quote(name).say(' ').quote(words);
  }
  if (tag.chain) {
    const count = store.snapshot.anchored.filter(({ chain }) => chain === tag.chain).length;
    card
      .line()
      .say(`${vscode.l10n.t('Chain')} `)
      .quote(tag.chain);
    card.say(` (${count})`);
  }
  const guideline = firstLines(look.label.guideline ? inReadersLanguage(look.label.guideline) : '');
  if (guideline) {
    card.paragraph().say(`${vscode.l10n.t('Guideline')}: `);
    card.quote(guideline);
    if (guideline.endsWith('…'))
      links.add(vscode.l10n.t('Read All of It'), 'jiaozhu.showGuideline', tag.label);
  }
  return { told: card, links };
}

interface Link {
  readonly arrow: '→' | '←';
  readonly name: string;
  readonly words: string;
}

/** Where its links lead, and what leads to it. */
function linksOf(
  tag: Annotation,
  tagged: TaggedDocument,
  store: AnnotationStore,
  readings: Readings,
): readonly Link[] {
  const nameOfRelation = (type: string) => {
    const relation = tagged.scheme.relations.find(({ id }) => id === type);
    return relation ? inReadersLanguage(relation.name) || type : type;
  };
  const told = (other: Annotation | undefined) =>
    other ? shorten(lookOfTag(other, tagged, readings).words, 30) : vscode.l10n.t('(a tag that is gone)');
  const out = tag.relations.map(
    ({ type, target }): Link => ({ arrow: '→', name: nameOfRelation(type), words: told(store.get(target)) }),
  );
  const back = store.snapshot.anchored.flatMap((other) =>
    other.relations
      .filter(({ target }) => target === tag.id)
      .map(({ type }): Link => ({ arrow: '←', name: nameOfRelation(type), words: told(other) })),
  );
  return [...out, ...back].slice(0, mostLinks);
}

/** The beginning of a guideline; its Markdown stays as it is written, since it is shown as text. */
function firstLines(guideline: string): string {
  const lines = guideline.split(/\r?\n/).filter((line) => line.trim() !== '');
  const shown = lines.slice(0, guidelineSize.lines).join('\n');
  return lines.length > guidelineSize.lines && shown.length < guidelineSize.characters
    ? `${shown}…`
    : shorten(shown, guidelineSize.characters);
}
