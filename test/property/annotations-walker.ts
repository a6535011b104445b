import assert from 'node:assert/strict';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { isBlank } from '../../client/src/annotations/bare-text.ts';
import { splitsCharacter } from '../../client/src/annotations/offsets.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { storeOf } from '../annotations/marked-text.ts';
import type { Random } from '../setting/random.ts';
import { Model, type Piece } from './annotations-model.ts';
import { between, someOffset, someRange, words } from './annotations-texts.ts';

const service = createStatementService();
const names = { document: '声明.txt', sidecar: '声明.txt.annotations.json' };

/** Editor, store and model side by side, each told the same. */
export class Walk {
  readonly store: AnnotationStore;
  readonly model: Model;
  private readonly random: Random;
  private fresh = 0xac00;
  /** The tags at each stop of the tagging's undo. */
  private stops: { readonly tags: ReadonlyMap<string, readonly Piece[]>; readonly said: string }[] = [];
  private at = 0;

  constructor(text: string, random: Random) {
    this.random = random;
    this.store = storeOf(text);
    this.model = new Model(text);
    this.stops.push(this.state());
  }

  check(): void {
    this.model.compare(this.store);
  }

  edit(): void {
    const { random } = this;
    const { text } = this.store;
    const events: Edit[][] = [];
    let now = text;
    for (let i = random.chance(0.7) ? 1 : 1 + random.below(3); i > 0; i -= 1) {
      const edits = this.someEdits(now);
      const after = applyEdits(now, edits);
      if (after === now) continue;
      events.push(edits);
      now = after;
    }
    const states = events.map((_, i) => events.slice(0, i + 1).reduce(applyEdits, text));
    // An editor that comes by the same text twice in one stop does not say how far its undo goes back.
    if (now === text || states.slice(0, -1).some((state) => state === text || state === now)) return;
    events.forEach((edits, i) => {
      this.store.edit(random.chance(0.5) ? edits : [...edits].reverse());
      this.store.cursorMoved(-1);
      this.model.type(edits, i > 0);
      this.check();
    });
  }

  /** A replacement typed in stages, as by an input method: it counts as one while the cursor stays. */
  retype(): void {
    const { text } = this.store;
    const start = someOffset(text, this.random);
    const length = 1 + this.random.below(4);
    const end = Math.min(
      text.length,
      splitsCharacter(text, start + length) ? start + length + 1 : start + length,
    );
    if (start === end) return;
    const [first, second, last] = [
      this.someFresh(1),
      this.someFresh(1),
      this.someFresh(1 + this.random.below(3)),
    ];
    this.store.edit([{ start, end, text: first }]);
    this.model.type([{ start, end, text: first }], false);
    this.check();
    const typed = { start: start + 1, end: start + 1, text: second };
    this.store.edit([typed]);
    this.store.cursorMoved(start + 2);
    this.model.retype(typed, { start, end, text: first + second });
    this.check();
    const composed = { start, end: start + 2, text: last };
    this.store.edit([composed]);
    this.store.cursorMoved(-1);
    this.model.retype(composed, { start, end, text: last });
  }

  clean(): void {
    this.respace(service.cleaning(service.analyse(this.store.text)).edits);
  }

  toggleLineEnds(): void {
    const { text } = this.store;
    const after = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
    if (this.random.chance(0.5)) this.respace([{ start: 0, end: text.length, text: after }], true);
    else
      this.respace(
        [...text.matchAll(/\r\n|\n/g)].map(({ 0: old, index }) => {
          return { start: index, end: index + old.length, text: old === '\n' ? '\r\n' : '\n' };
        }),
      );
  }

  undoText(): void {
    const target = this.model.textBefore();
    if (target === undefined) return;
    this.store.edit([between(this.store.text, target)], 'undo');
    this.model.undo();
  }

  redoText(): void {
    const target = this.model.textAfter();
    if (target === undefined) return;
    this.store.edit([between(this.store.text, target)], 'redo');
    this.model.redo();
  }

  /** Saves, closes and opens again. */
  reload(): void {
    const { store } = this;
    const tags = [...store.toStore()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const file = serialiseSidecar(withAnnotations(newSidecar(), tags, store.text, sha256), names);
    const reading = parseSidecar(file);
    assert.ok(reading.ok);
    assert.deepEqual(reading.problems, []);
    const opened = openSidecar(reading.sidecar, store.text, sha256);
    assert.deepEqual(opened.annotations, tags);
    const again = withAnnotations(reading.sidecar, opened.annotations, store.text, sha256);
    assert.equal(serialiseSidecar(again, names), file);
    store.load(store.text, opened.annotations);
    this.model.reload(opened.annotations);
    this.stops = [this.state()];
    this.at = 0;
  }

  add(): void {
    const { random, store, model } = this;
    const ranges = Array.from({ length: random.chance(0.6) ? 1 : 1 + random.below(3) }, () =>
      someRange(this.store.text, this.random),
    );
    const [range, ...fragments] = ranges;
    const label = random.pick(['party', 'position', 'sic']);
    const scope = random.chance(0.1)
      ? ('document' as const)
      : random.chance(0.1)
        ? ('section' as const)
        : 'words';
    const review = random.pick(['accepted', 'accepted', 'suggested', 'rejected'] as const);
    const before = new Set(model.tags.keys());
    this.tagging(() => {
      const tag = store.add({ label, range: range!, fragments, scope, review });
      const wanted = scope === 'document' ? [] : ranges;
      if (!tag) assert.ok(this.full(wanted).length === 0);
      else {
        this.sameWords(tag.spans, wanted);
        if (!before.has(tag.id))
          model.tags.set(
            tag.id,
            tag.spans.map((span) => model.piece(span)),
          );
      }
    });
  }

  setSpans(): void {
    const { store, model } = this;
    const id = this.someTag();
    if (!id) return;
    const ranges = [
      someRange(this.store.text, this.random),
      ...(this.random.chance(0.5) ? [someRange(this.store.text, this.random)] : []),
    ];
    // A fragment that stays is the same one as before.
    const old = model.tags.get(id)!;
    const kept = old.flatMap((piece) => model.rangeOf(piece) ?? []);
    if (this.random.chance(0.5) && kept.length > 0) ranges.push(this.random.pick(kept));
    this.tagging(() => {
      if (!store.setSpans(id, ranges)) {
        assert.ok(this.full(ranges).length === 0 || store.get(id)!.scope === 'document');
        return;
      }
      const { spans } = store.get(id)!;
      this.sameWords(spans, ranges);
      model.tags.set(id, this.piecesOn(spans, old));
    });
  }

  merge(): void {
    const { store, model } = this;
    const ids = Array.from({ length: 2 + this.random.below(2) }, () => this.someTag()).flatMap(
      (id) => id ?? [],
    );
    const distinct = [...new Set(ids)];
    const tags = distinct.map((id) => store.get(id)!);
    this.tagging(() => {
      const one = store.merge(ids);
      if (!one) {
        assert.ok(tags.length < 2 || new Set(tags.map(({ scope }) => scope)).size > 1);
        return;
      }
      assert.equal(one.id, ids[0]);
      assert.equal(one.label, tags[0]!.label);
      const spans = tags.flatMap((tag) => tag.spans);
      this.sameWords(one.spans, spans);
      const pieces = distinct.flatMap((id) => model.tags.get(id)!);
      const lost = [...new Set(pieces.filter((piece) => piece.keys.size === 0))];
      const live = one.spans.filter(({ start, end }) => start < end);
      model.tags.set(one.id, [...this.piecesOn(live, pieces), ...lost]);
      for (const id of distinct.slice(1)) model.tags.delete(id);
    });
  }

  split(): void {
    const { store, model } = this;
    const id = this.someTag();
    if (!id) return;
    const { spans } = store.get(id)!;
    const offset =
      this.random.chance(0.8) && spans.length > 0
        ? this.random.pick(spans).start + this.random.below(4)
        : this.random.below(store.text.length + 2) - 1;
    const pieces = model.tags.get(id)!;
    const lost = pieces.filter((piece) => piece.keys.size === 0);
    this.tagging(() => {
      const parts = store.split(id, offset);
      if (parts.length === 0) return;
      assert.ok(parts.length > 1);
      this.sameWords(
        parts.flatMap((part) => part.spans),
        spans,
      );
      for (const part of parts) {
        const live = part.spans.filter(({ start, end }) => start < end);
        assert.ok(live.length > 0);
        const own = part.quotes.flatMap((quote, i) => {
          if (part.spans[i]!.start < part.spans[i]!.end) return [];
          return lost.splice(
            lost.findIndex((piece) => piece.lost!.words === quote.exact),
            1,
          );
        });
        model.tags.set(part.id, [...this.piecesOn(live, pieces), ...own]);
      }
      assert.deepEqual(lost, []);
    });
  }

  remove(): void {
    const ids = [this.someTag(), this.someTag()].flatMap((id) => id ?? []);
    this.tagging(() => {
      this.store.remove(ids);
      for (const id of ids) this.model.tags.delete(id);
    });
    for (const { relations } of this.all()) assert.ok(relations.every(({ target }) => !ids.includes(target)));
  }

  change(): void {
    const { random, store } = this;
    const ids = [this.someTag(), this.someTag()].flatMap((id) => id ?? []);
    const target = this.someTag();
    this.tagging(() =>
      store.changeEach(
        ids.map((id) => ({
          id,
          change: random.pick([
            { label: random.pick(['party', 'person']) },
            { note: random.pick(['', '待核', '<b>']) },
            { review: random.pick(['accepted', 'suggested', 'rejected'] as const) },
            { attributes: { 力度: random.below(3), ['__proto__']: true } },
            { chain: random.pick(['', '中国', 'constructor']) },
            {
              relations: target
                ? [
                    { type: 'of', target },
                    { type: 'of', target: 'gone' },
                  ]
                : [],
            },
          ]),
        })),
      ),
    );
  }

  undoTagging(): void {
    assert.equal(this.store.undo(), this.at > 0);
    if (this.at > 0) this.goTo(this.at - 1);
  }

  redoTagging(): void {
    assert.equal(this.store.redo(), this.at + 1 < this.stops.length);
    if (this.at + 1 < this.stops.length) this.goTo(this.at + 1);
  }

  undoAllTagging(): void {
    while (this.at > 0) this.undoTagging();
  }

  redoAllTagging(): void {
    while (this.at + 1 < this.stops.length) this.redoTagging();
  }

  all(): readonly Annotation[] {
    return [...this.store.snapshot.anchored, ...this.store.snapshot.orphans];
  }

  private goTo(stop: number): void {
    this.at = stop;
    const { tags, said } = this.stops[stop]!;
    this.model.tags.clear();
    for (const [id, pieces] of tags) this.model.tags.set(id, pieces);
    assert.equal(this.state().said, said);
  }

  /** Does something to the tags; if it did, it is one step of their undo. */
  private tagging(act: () => unknown): void {
    let events = 0;
    const stop = this.store.onDidChange(() => (events += 1));
    act();
    stop();
    assert.ok(events <= 1);
    if (events === 0) return;
    this.stops.length = this.at + 1;
    this.stops.push(this.state());
    this.at += 1;
  }

  private state() {
    const said = this.all().map(({ spans: _s, state: _st, quotes: _q, ...rest }) => rest);
    said.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { tags: new Map(this.model.tags), said: JSON.stringify(said) };
  }

  private respace(edits: readonly Edit[], whole = false): void {
    const { text } = this.store;
    const after = applyEdits(text, edits);
    if (after === text) return;
    this.store.edit(edits);
    this.store.cursorMoved(-1);
    this.model.respace(edits, whole);
  }

  private someTag(): string | undefined {
    const ids = [...this.model.tags.keys()];
    return ids.length > 0 ? this.random.pick(ids) : undefined;
  }

  /** Characters that never were in the text, so that nothing of what they replace is kept by chance. */
  private someFresh(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(this.fresh++)).join('');
  }

  private someEdits(text: string): Edit[] {
    const { random } = this;
    const edits: Edit[] = [];
    for (let i = random.chance(0.7) ? 1 : 1 + random.below(4); i > 0; i -= 1) {
      const start = someOffset(text, this.random);
      if (random.chance(0.4)) {
        edits.push({ start, end: start, text: random.pick(words) });
        continue;
      }
      let end = Math.min(text.length, start + 1 + random.below(random.chance(0.8) ? 4 : 20));
      if (splitsCharacter(text, end)) end += 1;
      const put = this.someFresh(random.below(3));
      edits.push({ start, end, text: random.chance(0.5) ? put : '' });
    }
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    return edits.filter((edit, i) => i === 0 || edits.slice(0, i).every((each) => each.end < edit.start));
  }

  /** The offsets of all that is not blank in the ranges. */
  private full(ranges: readonly TextRange[]): number[] {
    const offsets = new Set<number>();
    for (const { start, end } of ranges) {
      for (let i = start; i < end; i += 1) if (!isBlank(this.store.text.charCodeAt(i))) offsets.add(i);
    }
    return [...offsets].sort((a, b) => a - b);
  }

  private sameWords(spans: readonly TextRange[], wanted: readonly TextRange[]): void {
    assert.deepEqual(this.full(spans), this.full(wanted));
  }

  /** The pieces on these ranges: of several that lie on one, the first by place and order. */
  private piecesOn(ranges: readonly TextRange[], former: readonly Piece[]): Piece[] {
    return ranges.map((range) => {
      const same = former.find((piece) => {
        const place = this.model.rangeOf(piece);
        return place?.start === range.start && place.end === range.end;
      });
      return same ?? this.model.piece(range);
    });
  }
}
