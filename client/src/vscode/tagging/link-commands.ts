import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { labelOf, type RelationDefinition, relationsBetween } from '../../annotations/labels.ts';
import type { TaggingActions } from './actions.ts';
import { cursorIn } from './cursor.ts';
import { noTag } from './joining-commands.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** The tag that was marked first. */
interface Pending {
  readonly kind: 'link' | 'chain';
  readonly tagged: TaggedDocument;
  readonly id: string;
}

/**
 * The commands that bring two tags together: the first press marks the tag at the cursor, the second joins the one at
 * the cursor to it. In between the status bar says what is marked; Escape gives it up.
 */
export function linkCommands(documents: TaggedDocuments, actions: TaggingActions): vscode.Disposable {
  let pending: Pending | undefined;
  const item = vscode.window.createStatusBarItem('jiaozhu.link', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Tag to Link From');
  item.command = 'jiaozhu.cancelLink';
  const mark = (marked: Pending | undefined, targets = '') => {
    pending = marked;
    void vscode.commands.executeCommand('setContext', 'jiaozhu.linking', marked !== undefined);
    const tag = marked?.tagged.store.get(marked.id);
    if (!marked || !tag) return item.hide();
    const words = actions.quote(marked.tagged, tag);
    item.text = `$(link) ${words} → …`;
    item.tooltip =
      marked.kind === 'link'
        ? vscode.l10n.t(
            'Link from “{0}” to {1}: go to the other tag and link again; Escape gives it up.',
            words,
            targets,
          )
        : vscode.l10n.t('Same as “{0}”: go to the other tag and chain again; Escape gives it up.', words);
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
    actions.say(item.tooltip);
  };
  /** The tag at the cursor, and the one marked before it if that is of the same kind and document and still there. */
  const ends = (kind: Pending['kind']) => {
    const cursor = cursorIn(documents);
    if (!cursor || !actions.taggable(cursor.editor.document)) return undefined;
    const { tagged, tag } = cursor;
    if (!tag) {
      actions.say(noTag());
      return undefined;
    }
    const first =
      pending?.kind === kind && pending.tagged === tagged ? tagged.store.get(pending.id) : undefined;
    if (!first || first.id === tag.id) {
      const targets = kind === 'link' ? targetsOf(tagged, tag) : '';
      if (targets !== undefined) mark({ kind, tagged, id: tag.id }, targets);
      else {
        mark(undefined);
        actions.say(noLinkFrom(tagged, tag));
      }
      return undefined;
    }
    return { tagged, first, second: tag };
  };

  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('jiaozhu.linkTags', async () => {
      const both = ends('link');
      if (!both) return;
      const { tagged, first, second } = both;
      const allowed = relationsBetween(tagged.scheme, first.label, second.label);
      if (allowed.length === 0) {
        mark(undefined);
        const [from, to] = [first, second].map(({ label }) => nameOf(labelOf(tagged.scheme, label)));
        return actions.say(vscode.l10n.t('The labels allow no link from {0} to {1}.', from!, to!));
      }
      const relation = await chooseRelation(allowed, tagged, first, second, actions);
      if (!relation || !actions.taggable(tagged.document)) return;
      const source = tagged.store.get(first.id);
      if (!source || !tagged.store.get(second.id)) return;
      mark(undefined);
      const link = { type: relation.id, target: second.id };
      const there = source.relations.some(({ type, target }) => type === link.type && target === link.target);
      if (!there) tagged.store.change([source.id], { relations: [...source.relations, link] });
      actions.say(
        `“${actions.quote(tagged, source)}” → ${inReadersLanguage(relation.name)} → “${actions.quote(tagged, second)}”`,
      );
    }),
    vscode.commands.registerCommand('jiaozhu.chainTags', () => {
      const both = ends('chain');
      if (!both) return;
      const { tagged, first, second } = both;
      const chain = first.chain ?? second.chain ?? freeChain(tagged, actions.quote(tagged, first));
      // Whatever meant the same as either of them now means the same as both.
      const joined = [...tagged.store.snapshot.anchored, ...tagged.store.snapshot.orphans].filter(
        (tag) =>
          tag.id === first.id ||
          tag.id === second.id ||
          (tag.chain !== undefined && (tag.chain === first.chain || tag.chain === second.chain)),
      );
      tagged.store.change(
        joined.map(({ id }) => id),
        { chain },
      );
      actions.say(
        vscode.l10n.t(
          '“{0}” means the same as “{1}”; tags in the chain: {2}',
          actions.quote(tagged, second),
          actions.quote(tagged, first),
          joined.length,
        ),
      );
    }),
    vscode.commands.registerCommand('jiaozhu.cancelLink', () => {
      if (pending) actions.say(vscode.l10n.t('Nothing is marked for linking any more.'));
      mark(undefined);
    }),
    documents.onDidClose((tagged) => {
      if (pending?.tagged === tagged) mark(undefined);
    }),
  );
}

/** The labels to which a tag may be linked, in words; undefined where there is none. */
function targetsOf(tagged: TaggedDocument, { label }: Annotation): string | undefined {
  const relations = relationsBetween(tagged.scheme, label);
  if (relations.length === 0) return undefined;
  if (relations.some(({ to }) => to.length === 0)) return vscode.l10n.t('any tag');
  const labels = new Set(relations.flatMap(({ to }) => to));
  return [...labels].map((id) => nameOf(labelOf(tagged.scheme, id))).join(vscode.l10n.t(', '));
}

function noLinkFrom({ scheme }: TaggedDocument, { label }: Annotation): string {
  const name = nameOf(labelOf(scheme, label));
  return scheme.relations.some(({ to }) => to.length === 0 || to.includes(label))
    ? vscode.l10n.t('The labels allow no link from {0}, only to it: begin at the other tag.', name)
    : vscode.l10n.t('The labels allow no link from {0}.', name);
}

async function chooseRelation(
  allowed: readonly RelationDefinition[],
  tagged: TaggedDocument,
  first: Annotation,
  second: Annotation,
  actions: TaggingActions,
): Promise<RelationDefinition | undefined> {
  if (allowed.length === 1) return allowed[0];
  const entries = allowed.map((relation) => ({
    label: inReadersLanguage(relation.name),
    detail: inReadersLanguage(relation.description),
    relation,
  }));
  const title = `“${actions.quote(tagged, first)}” → “${actions.quote(tagged, second)}”`;
  return (await vscode.window.showQuickPick(entries, { title, matchOnDetail: true }))?.relation;
}

/** A name for a new chain, after the words of its first tag. */
function freeChain(tagged: TaggedDocument, words: string): string {
  const { anchored, orphans } = tagged.store.snapshot;
  const taken = new Set([...anchored, ...orphans].map(({ chain }) => chain));
  let name = words;
  for (let i = 2; taken.has(name); i += 1) name = `${words} ${i}`;
  return name;
}
