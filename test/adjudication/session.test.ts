import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  editedTag,
  editingOf,
  withAttribute,
  withEndMoved,
  withRange,
} from '../../client/src/adjudication/editing.ts';
import { readIntent } from '../../client/src/adjudication/intent.ts';
import { actionOfKey, keyOfSide } from '../../client/src/adjudication/page/keys.ts';
import { AdjudicationSession } from '../../client/src/adjudication/session.ts';
import type { AdjudicationState } from '../../client/src/adjudication/state.ts';
import { createAdjudicationView } from '../../client/src/adjudication/views/adjudication-view.ts';
import type { AdjudicationFacts } from '../../client/src/adjudication/views/facts.ts';
import type { Side } from '../../client/src/annotations/adjudication/sides.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { sideOf } from '../annotations/adjudication/settling.ts';
import { annotationOf, storeOf } from '../annotations/marked-text.ts';

/** A person at work on the tags of several annotators. */
class Work {
  readonly text: string;
  readonly settled: AnnotationStore;
  readonly stores: readonly { readonly annotator: string; readonly store: AnnotationStore }[];
  readonly session: AdjudicationSession;
  readonly #view = createAdjudicationView();

  constructor(...sides: readonly (Side & { readonly text: string })[]) {
    this.text = sides[0]!.text;
    this.settled = storeOf(this.text);
    this.stores = sides.map(({ annotator, tags }) => ({ annotator, store: storeOf(this.text, tags) }));
    let minutes = 0;
    this.session = new AdjudicationSession({
      settled: this.settled,
      sides: () => this.stores,
      by: '主编',
      now: () => new Date(Date.UTC(2025, 0, 1, 9, minutes++)).toISOString(),
    });
  }

  get facts(): AdjudicationFacts {
    return {
      document: 'a.txt',
      scheme: diplomaticScheme,
      read: ({ en }) => en,
      words: ({ start, end }) => this.settled.text.slice(start, end),
      around: ({ start, end }) => ({ before: this.text.slice(0, start), after: this.text.slice(end) }),
      nameOf: (annotator) => annotator || '(no name)',
      unfinished: [],
    };
  }

  get state(): AdjudicationState {
    return this.#view(this.session, this.facts);
  }

  /** Does what a key asks for. */
  press(key: string): this {
    const action = actionOfKey(key, this.state);
    if (action?.type === 'take') this.session.decide(action.difference, { type: 'take', side: action.side });
    else if (action?.type === 'all' || action?.type === 'neither') {
      this.session.decide(action.difference, { type: action.type });
    } else if (action?.type === 'step') this.session.step(action.by);
    else if (action?.type === 'undo') this.session.undo();
    else if (action?.type === 'edit') this.session.edit(action.difference);
    return this;
  }

  get at(): string | undefined {
    return this.state.current?.columns.flatMap(({ tags }) => tags.map(({ words }) => words)).join('|');
  }

  get result(): readonly string[] {
    return this.settled.snapshot.anchored.map(({ label, spans, review }) => {
      const words = spans.map(({ start, end }) => this.settled.text.slice(start, end)).join('…');
      return review === 'rejected' ? `(${words})` : `${words} ${label}`;
    });
  }
}

const two = () =>
  new Work(
    sideOf('Li', '[party:中国]愿同[party:俄罗斯联邦]在[place:北京]，[date:今年]起合作'),
    sideOf('Wang', '[party:中国]愿同[party:俄罗斯]联邦在[organisation:北京]，今年起合作'),
  );

test('By keys alone, from the first difference to the last: what is settled, and where one comes to', () => {
  const it = two();
  assert.equal(it.session.acceptAgreed(), 1);
  assert.equal(it.at, '俄罗斯联邦|俄罗斯');
  assert.equal(it.press('ArrowRight').at, '北京|北京');
  assert.equal(it.press('1').at, '今年');
  assert.equal(it.press('x').at, '今年', 'nothing is open any more');
  assert.deepEqual(it.result, ['中国 party', '俄罗斯 party', '北京 place', '(今年)']);
  assert.deepEqual(it.state.top, {
    document: 'a.txt',
    sides: ['Li', 'Wang'],
    settled: 3,
    total: 3,
    agreed: 1,
    canUndo: true,
    unfinished: [],
  });
});

test('Who takes one that has no tag there settles that there is none, as that one has it', () => {
  const it = two().press('n').press('n').press('ArrowRight');
  it.press('n').press('n');
  it.session.show('all', undefined);
  it.session.choose(it.session.settlement.items.at(-1)!.difference.id);
  const { decision, columns } = it.state.current!;
  assert.deepEqual(decision, {
    decision: 'taken',
    from: 'Wang',
    none: true,
    by: '主编',
    at: '2025-01-01T09:00:00.000Z',
  });
  assert.deepEqual(
    columns.map(({ taken }) => taken),
    [false, true],
  );
  assert.deepEqual(it.result, ['(今年)']);
});

test('From the last open difference one goes to the first that was left out', () => {
  const it = two().press('n').press('n');
  assert.equal(it.at, '今年');
  assert.equal(it.press('ArrowLeft').at, '俄罗斯联邦|俄罗斯');
});

test('A decision is taken back, to its place; what is agreed stays', () => {
  const it = two();
  it.session.acceptAgreed();
  it.press('b').press('x').press('u');
  assert.equal(it.at, '北京|北京');
  assert.deepEqual(it.result, ['中国 party', '俄罗斯联邦 party', '俄罗斯 party']);
  it.press('u');
  assert.deepEqual(it.result, ['中国 party']);
  assert.equal(it.press('u').state.top.canUndo, false);
});

test('The list shows what is open, settled, agreed on, or all, and by label', () => {
  const it = two();
  it.session.acceptAgreed();
  it.press('ArrowLeft');
  const listed = () => it.state.list.entries.map(({ words, state }) => `${state} ${words}`);
  assert.deepEqual(listed(), ['open 北京', 'open 今年']);
  it.session.show('settled', undefined);
  assert.deepEqual(listed(), ['settled 俄罗斯联邦']);
  it.session.show('all', 'party');
  assert.deepEqual(listed(), ['agreed 中国', 'settled 俄罗斯联邦']);
  it.session.show('all', 'no-such-label');
  assert.deepEqual(listed(), []);
  assert.equal(it.state.current, null);
  it.press('ArrowLeft');
});

test('A list of thousands is shown about the place where one is', () => {
  const text = '中国。'.repeat(1000);
  const side = (annotator: string, label: string) => ({
    ...sideOf(annotator, text),
    tags: Array.from({ length: 1000 }, (_, i) =>
      annotationOf(`${annotator}${i}`, { start: 3 * i, end: 3 * i + 2 }, { label }),
    ),
  });
  const it = new Work(side('Li', 'party'), side('Wang', 'place'));
  assert.deepEqual([it.state.list.first, it.state.list.entries.length, it.state.list.total], [1, 100, 1000]);
  it.session.choose(it.session.settlement.items[700]!.difference.id);
  assert.deepEqual([it.state.list.first, it.state.list.entries.length], [651, 100]);
  assert.ok(it.state.list.entries.some(({ id }) => id === it.state.current!.id));
});

test('The columns show the words in context, each with what its annotator has marked', () => {
  const { current } = two().state;
  assert.equal(current!.before, '中国愿同');
  assert.deepEqual(
    current!.columns.map(({ name, pieces }) => [
      name,
      ...pieces.map((piece) => `${piece.marked ? '*' : ''}${piece.text}`),
    ]),
    [
      ['Li', '*俄罗斯联邦'],
      ['Wang', '*俄罗斯', '联邦'],
    ],
  );
  assert.deepEqual(current!.aspects, ['span']);
});

test('Another tag is written: it begins as the first is, and is settled with its words, label, attributes and note', () => {
  const it = two().press('e');
  assert.equal(it.state.edit!.words, '俄罗斯联邦');
  const { session } = it;
  session.editing = withEndMoved(session.editing!, 'start', -1, it.text);
  session.editing = withAttribute({ ...session.editing, label: 'organisation' }, 'role', 'speaker');
  assert.equal(it.state.edit!.words, '同俄罗斯联邦');
  assert.ok(session.saveEdit());
  assert.equal(session.editing, undefined);
  assert.deepEqual(it.result, ['同俄罗斯联邦 organisation']);
  assert.deepEqual(it.settled.snapshot.anchored[0]!.attributes, { role: 'speaker' });
});

test('Who looks at another difference meanwhile finds the tag that was being written again', () => {
  const it = two().press('e');
  const { session } = it;
  session.editing = { ...session.editing!, note: '待查' };
  it.press('n');
  assert.equal(it.state.edit, null);
  it.press('p');
  assert.equal(it.state.edit!.note, '待查');
  session.editing = undefined;
  assert.equal(it.state.edit, null);
});

test('The ends of a tag move by characters, over blanks and pairs, and never past one another', () => {
  const text = '甲 𠮷\n乙丙';
  const tag = annotationOf('a', { start: 2, end: 4 });
  const editing = editingOf('d', tag, 0);
  const moved = (end: 'start' | 'end', by: 1 | -1, from = editing) => withEndMoved(from, end, by, text).spans;
  assert.deepEqual(moved('end', 1), [{ start: 2, end: 6 }]);
  assert.deepEqual(moved('start', -1), [{ start: 0, end: 4 }]);
  assert.deepEqual(moved('start', 1), [{ start: 2, end: 4 }], 'nothing would be left');
  assert.deepEqual(moved('end', -1, { ...editing, spans: [{ start: 2, end: 6 }] }), [{ start: 2, end: 5 }]);
  assert.deepEqual(editedTag({ ...editing, spans: [{ start: 2, end: 5 }] }, text)!.spans, [
    { start: 2, end: 4 },
  ]);
  assert.deepEqual(withRange(editing, { start: 4, end: 6 }, text).spans, [{ start: 5, end: 6 }]);
  assert.deepEqual(withRange(editing, { start: 4, end: 5 }, text), editing, 'blanks alone are no words');
  assert.equal(editedTag({ ...editing, spans: [] }, text), undefined);
});

test('What an annotator changes while the page is open is open again, with the former decision', () => {
  const it = two().press('ArrowLeft');
  it.stores[1]!.store.change(['Wang2'], { label: 'place' });
  it.session.show('open', undefined);
  const [first] = it.state.list.entries;
  assert.equal(first!.changed, true);
  it.session.choose(first!.id);
  const { current } = it.state;
  assert.deepEqual(
    current!.former.map(({ decision, from, by }) => [decision, from, by]),
    [['taken', 'Li', '主编']],
  );
  assert.deepEqual(
    current!.settled!.tags.map(({ words }) => words),
    ['俄罗斯联邦'],
  );
});

test('Where all annotators have removed what was settled, it is kept or removed', () => {
  const it = two().press('ArrowLeft').press('ArrowLeft').press('ArrowLeft');
  it.stores[0]!.store.remove(['Li4']);
  const { current } = it.state;
  assert.deepEqual(current!.columns, []);
  assert.equal(current!.settled!.tags[0]!.words, '今年');
  it.press('x');
  assert.equal(it.result.at(-1), '(今年)');
});

test('Keys of the columns: arrows at the ends, numbers between', () => {
  assert.deepEqual(
    [0, 1].map((side) => keyOfSide(side, 2)),
    ['←', '→'],
  );
  assert.deepEqual(
    [0, 1, 2].map((side) => keyOfSide(side, 3)),
    ['←', '2', '→'],
  );
  assert.equal(actionOfKey('3', two().state), undefined);
  assert.equal(actionOfKey('0', two().state), undefined);
});

test('A message of the page is an intent of the known shape, or none', () => {
  assert.deepEqual(readIntent({ intent: 1, type: 'take', difference: 'd', side: 1, more: 'x' }), {
    intent: 1,
    type: 'take',
    difference: 'd',
    side: 1,
  });
  const refused = [
    null,
    { intent: 1, type: 'take', difference: 'd', side: -1 },
    { intent: 1, type: 'take', difference: 'd', side: 0.5 },
    { intent: 1, type: 'take', difference: '', side: 0 },
    { intent: 0, type: 'undo' },
    { intent: 1, type: '__proto__' },
    { intent: 1, type: 'list', shown: 'everything' },
    { intent: 1, type: 'editEnd', end: 'middle', by: 1 },
    { intent: 1, type: 'editNote', note: 'x'.repeat(20_001) },
  ];
  for (const message of refused) assert.equal(readIntent(message), undefined);
});
