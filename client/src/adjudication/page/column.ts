import type { Aspect } from '../../annotations/adjudication/difference.ts';
import { foreign, make, say, set } from '../../panel/page/element.ts';
import { paint } from '../../panel/page/swatch.ts';
import type { ColumnView, CurrentView, SaidView } from '../state.ts';
import type { AdjudicationStrings } from '../strings.ts';

export interface Column {
  readonly element: HTMLElement;
  update(column: ColumnView, current: CurrentView, strings: AdjudicationStrings): void;
}

/**
 * What one annotator has there: the words in their context, with what the tag says of them; what differs is marked.
 * @param of an annotator's, or what is settled
 */
export function createColumn(of: 'side' | 'result'): Column {
  const name = make('h3', { class: 'side', dir: 'auto' });
  const taken = make('span', { class: 'taken' });
  const words = make('blockquote', { class: 'context', lang: 'zh', dir: 'auto' });
  const tags = make('div', { class: 'said-tags' });
  const none = make('p', { class: 'none' });
  const head = make('div', { class: 'column-head' }, name, taken);
  const element = make('article', { class: 'column' }, head, words, none, tags);
  const isSide = of === 'side';
  return {
    element,
    update(column, current, strings) {
      const shownName = isSide ? column.name : strings.settled;
      set(element, { class: `column${isSide ? '' : ' is-result'}${column.taken ? ' is-taken' : ''}` });
      set(element, { 'aria-label': shownName });
      say(name, shownName);
      say(taken, column.taken ? strings.taken : '');
      taken.hidden = !column.taken;
      words.hidden = column.pieces.length === 0;
      words.replaceChildren(...contextOf(column, current));
      none.hidden = column.tags.length > 0;
      say(none, isSide ? strings.noTag : strings.settledAsNone);
      tags.replaceChildren(
        ...column.tags.map((tag) =>
          saidElement(tag, isSide ? current.aspects : [], strings, column.tags.length > 1),
        ),
      );
    },
  };
}

function contextOf({ pieces }: ColumnView, { before, after }: CurrentView): readonly HTMLElement[] {
  return [
    make('span', { class: 'beside' }, before),
    ...pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : make('span', {}, text))),
    make('span', { class: 'beside' }, after),
  ];
}

/** Those whose names are plural: words differ, a label differs. */
const isOfMany: ReadonlySet<Aspect> = new Set(['span', 'attributes', 'relations']);

/** What a tag says, in names and values. */
function saidElement(
  said: SaidView,
  aspects: readonly Aspect[],
  strings: AdjudicationStrings,
  withWords: boolean,
): HTMLElement {
  const label = make(
    'bdi',
    { class: 'chip label-colour' },
    make('span', { class: 'swatch', 'aria-hidden': 'true' }),
    said.label.name,
  );
  paint(label, said.label);
  const list = make('dl', { class: 'said' });
  const row = (aspect: Aspect | undefined, name: string, ...values: readonly HTMLElement[]) => {
    const differs = aspect !== undefined && aspects.includes(aspect);
    const term = make('dt', {}, name);
    const saidOfIt = aspect && isOfMany.has(aspect) ? strings.differ : strings.differs;
    if (differs) term.append(' ', make('span', { class: 'differs' }, saidOfIt));
    list.append(
      make('div', { class: differs ? 'fact is-different' : 'fact' }, term, make('dd', {}, ...values)),
    );
  };
  const text = (words: string, lang?: string) => {
    const element = foreign('value', lang);
    say(element, words);
    return element;
  };
  row('label', strings.label, label);
  if (withWords || aspects.includes('span'))
    row('span', strings.words, text(said.words || strings.onDocument, 'zh'));
  if (said.attributes.length > 0 || aspects.includes('attributes')) {
    const values = said.attributes.map(([name, value]) => (value === '' ? name : `${name}: ${value}`));
    row(
      'attributes',
      strings.attributes,
      ...(values.length > 0 ? values : ['—']).map((value) => text(value)),
    );
  }
  if (said.note !== '' || aspects.includes('note')) row('note', strings.note, text(said.note || '—'));
  if (said.relations.length > 0 || aspects.includes('relations')) {
    const ends = said.relations.map(([name, words]) => `${name} → ${words || '—'}`);
    row('relations', strings.relations, ...(ends.length > 0 ? ends : ['—']).map((end) => text(end)));
  }
  if (said.chain !== '' || aspects.includes('chain')) row('chain', strings.chain, text(said.chain || '—'));
  return list;
}
