import type { AttributeDefinition, BilingualText, LabelScheme } from '../../labels.ts';
import type { WritingContext } from '../format.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlAttributes } from '../xml/xml.ts';
import { attributeControl, control } from './names.ts';

/**
 * The labelling configuration of a project for what is written (labelstud.io/guide/setup). What is stored is the alias;
 * what is shown, the name (label-studio-frontend, `findLabel`: either is known again).
 */
export class LabellingConfiguration {
  readonly #scheme: LabelScheme;
  readonly #language: 'en' | 'zh';
  readonly #labels: Set<string>;
  readonly #relations: Set<string>;
  readonly #documentLabels = new Set<string>();

  constructor({ scheme, language }: WritingContext) {
    this.#scheme = scheme;
    this.#language = language;
    this.#labels = new Set(scheme.labels.map(({ id }) => id));
    this.#relations = new Set(scheme.relations.map(({ id }) => id));
  }

  /** Takes up what the tags of a document have that is not in the scheme. */
  add({ tags }: TaggedText): void {
    for (const { label, scope, relations } of tags) {
      if (scope === 'document') this.#documentLabels.add(label);
      else this.#labels.add(label);
      for (const { type } of relations) this.#relations.add(type);
    }
  }

  xml(): string {
    const relations = this.#named([...this.#relations], this.#scheme.relations);
    const labels = this.#named([...this.#labels], this.#scheme.labels);
    const documentLabels = this.#named([...this.#documentLabels], this.#scheme.labels);
    const keys = new Set<string>();
    const lines = [
      '<View>',
      // White space is shown as it is: otherwise it would be hidden, and yet count.
      '  <Style>.htx-text { white-space: pre-wrap; }</Style>',
      '  <Relations>',
      // A relation has no alias: its id is shown.
      ...relations.map(({ id }) => `    <Relation${xmlAttributes({ value: id })}/>`),
      '  </Relations>',
      `  <Labels${xmlAttributes({ name: control.labels, toName: control.text })}>`,
      ...labels.map(({ id, name }) => {
        const label = this.#scheme.labels.find((each) => each.id === id);
        const wanted = label?.key?.toLowerCase();
        const hotkey = wanted !== undefined && !keys.has(wanted) ? wanted : undefined;
        if (hotkey !== undefined) keys.add(hotkey);
        const background = label?.colour.light ?? '#5f5f5f';
        return `    <Label${xmlAttributes({ ...shownAs(id, name), background, hotkey })}/>`;
      }),
      '  </Labels>',
      `  <Text${xmlAttributes({ name: control.text, value: '$text', granularity: 'symbol' })}/>`,
    ];
    if (documentLabels.length > 0) {
      lines.push(
        `  <Choices${xmlAttributes({ name: control.document, toName: control.text, choice: 'multiple' })}>`,
        ...documentLabels.map(({ id, name }) => `    <Choice${xmlAttributes(shownAs(id, name))}/>`),
        '  </Choices>',
      );
    }
    if (this.#scheme.attributes.length > 0) {
      lines.push('  <View visibleWhen="region-selected">');
      for (const attribute of this.#scheme.attributes) lines.push(...this.#attribute(attribute));
      lines.push('  </View>');
    }
    return `${[...lines, '</View>'].join('\n')}\n`;
  }

  #attribute({ id, name, kind, choices }: AttributeDefinition): string[] {
    const attributes = { name: attributeControl(id), toName: control.text, perRegion: 'true' };
    const header = `    <Header${xmlAttributes({ value: name[this.#language] || id })}/>`;
    switch (kind) {
      case 'text':
        return [header, `    <TextArea${xmlAttributes(attributes)}/>`];
      case 'number':
        return [header, `    <Number${xmlAttributes(attributes)}/>`];
      default: {
        const answers =
          kind === 'flag'
            ? flagAnswers.map(({ id, name }) => ({ id, name: name[this.#language] }))
            : this.#named(
                choices.map((choice) => choice.id),
                choices,
              );
        return [
          header,
          `    <Choices${xmlAttributes({ ...attributes, choice: 'single' })}>`,
          ...answers.map((answer) => `      <Choice${xmlAttributes(shownAs(answer.id, answer.name))}/>`),
          '    </Choices>',
        ];
      }
    }
  }

  /** With the names that are shown; where two would be one, or one another's id, the ids are shown. */
  #named(
    ids: readonly string[],
    known: readonly { readonly id: string; readonly name: BilingualText }[],
  ): { readonly id: string; readonly name: string }[] {
    const byId = new Map(known.map(({ id, name }) => [id, name[this.#language]]));
    const counts = new Map<string, number>();
    for (const text of [...ids, ...ids.map((id) => byId.get(id) ?? '')]) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return ids.map((id) => {
      const name = byId.get(id) ?? '';
      return { id, name: name !== '' && counts.get(name) === 1 ? name : id };
    });
  }
}

const flagAnswers = [
  { id: 'true', name: { zh: '是', en: 'yes' } },
  { id: 'false', name: { zh: '否', en: 'no' } },
] as const;

function shownAs(id: string, name: string): Readonly<Record<string, string>> {
  return name === id ? { value: id } : { value: name, alias: id };
}
