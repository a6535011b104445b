import * as vscode from 'vscode';
import type { Annotation, Attributes, AttributeValue } from '../../annotations/annotation.ts';
import { type AttributeDefinition, attributesOf, labelOf } from '../../annotations/labels.ts';
import type { TaggingActions } from './actions.ts';
import { cursorIn } from './cursor.ts';
import { noTag } from './joining-commands.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** What was chosen for an attribute: a value, or that it is not set. */
type Answer = { readonly value: AttributeValue | undefined };

/** The command that sets an attribute of the tag at the cursor, by keys alone: which one, and what. */
export function attributeCommands(documents: TaggedDocuments, actions: TaggingActions): vscode.Disposable {
  const set = async (tagged: TaggedDocument, tag: Annotation) => {
    const definitions = attributesOf(tagged.scheme, tag.label);
    const name = nameOf(labelOf(tagged.scheme, tag.label));
    if (definitions.length === 0)
      return actions.say(vscode.l10n.t('{0}: the label has no attributes.', name));
    const definition = definitions.length === 1 ? definitions[0] : await pick(definitions, tag, name);
    const answer = definition && (await ask(definition, tag.attributes[definition.id]));
    if (!answer) return;
    // What it says may have changed while the question stood.
    const now = tagged.store.get(tag.id);
    if (!now || !actions.taggable(tagged.document)) return;
    tagged.store.change([tag.id], { attributes: withValue(now.attributes, definition.id, answer.value) });
    actions.say(
      vscode.l10n.t(
        '“{0}”, {1}: {2}',
        actions.quote(tagged, now),
        inReadersLanguage(definition.name),
        valueName(definition, answer.value),
      ),
    );
  };
  return vscode.commands.registerCommand('jiaozhu.setAttribute', () => {
    const cursor = cursorIn(documents);
    if (!cursor || !actions.taggable(cursor.editor.document)) return;
    return cursor.tag ? set(cursor.tagged, cursor.tag) : actions.say(noTag());
  });
}

function withValue(attributes: Attributes, id: string, value: AttributeValue | undefined): Attributes {
  const others = Object.entries(attributes).filter(([name]) => name !== id);
  return Object.fromEntries(value === undefined ? others : [...others, [id, value]]);
}

async function pick(
  definitions: readonly AttributeDefinition[],
  tag: Annotation,
  title: string,
): Promise<AttributeDefinition | undefined> {
  const entries = definitions.map((definition) => ({
    label: inReadersLanguage(definition.name),
    description: valueName(definition, tag.attributes[definition.id]),
    detail: inReadersLanguage(definition.description),
    definition,
  }));
  return (await vscode.window.showQuickPick(entries, { title, matchOnDetail: true }))?.definition;
}

function valueName(definition: AttributeDefinition, value: AttributeValue | undefined): string {
  if (value === undefined) return vscode.l10n.t('not set');
  if (value === true) return vscode.l10n.t('yes');
  if (value === false) return vscode.l10n.t('no');
  const choice = definition.choices.find(({ id }) => id === value);
  return choice ? inReadersLanguage(choice.name) : String(value);
}

/** A flag is turned round without a question. Undefined where nobody answered. */
async function ask(
  definition: AttributeDefinition,
  value: AttributeValue | undefined,
): Promise<Answer | undefined> {
  const title = inReadersLanguage(definition.name);
  if (definition.kind === 'flag') return { value: value === true ? undefined : true };
  if (definition.kind === 'choice') {
    const entries = [
      ...definition.choices.map(({ id, name }) => ({
        label: inReadersLanguage(name),
        description: id === value ? vscode.l10n.t('so far') : '',
        value: id as AttributeValue | undefined,
      })),
      { label: vscode.l10n.t('Not Set'), description: '', value: undefined },
    ];
    const chosen = await vscode.window.showQuickPick(entries, {
      title,
      placeHolder: inReadersLanguage(definition.description),
    });
    return chosen && { value: chosen.value };
  }
  const isNumber = definition.kind === 'number';
  const typed = await vscode.window.showInputBox({
    title,
    prompt: inReadersLanguage(definition.description),
    value: value === undefined ? '' : String(value),
    placeHolder: vscode.l10n.t('not set'),
    validateInput: (text) =>
      isNumber && text.trim() !== '' && !Number.isFinite(Number(text))
        ? vscode.l10n.t('“{0}” is no number.', text)
        : undefined,
  });
  if (typed === undefined) return undefined;
  const text = typed.trim();
  if (text === '') return { value: undefined };
  return { value: isNumber ? Number(text) : text };
}
