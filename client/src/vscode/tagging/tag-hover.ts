import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import { languageId } from '../language/names.ts';
import { toRange } from '../language/offsets.ts';
import { nameOf } from './label-name.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/** Hovering tagged words shows their labels and notes. */
export function tagHover(documents: TaggedDocuments): vscode.Disposable {
  return vscode.languages.registerHoverProvider(languageId, {
    provideHover(document, position) {
      const tagged = documents.of(document);
      const tags = tagged?.store.at(document.offsetAt(position)) ?? [];
      const innermost = tags[0];
      if (!tagged || !innermost) return null;
      const contents = tags.map((tag) => {
        const text = new vscode.MarkdownString();
        text
          .appendMarkdown('**')
          .appendText(nameOf(labelOf(tagged.scheme, tag.label)))
          .appendMarkdown('**');
        if (tag.note) text.appendMarkdown('\n\n').appendText(tag.note);
        return text;
      });
      return new vscode.Hover(contents, toRange(document, extent(innermost)));
    },
  });
}
