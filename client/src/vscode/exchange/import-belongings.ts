import * as vscode from 'vscode';
import { Belongings } from '../../annotations/exchange/belonging.ts';
import { cleanText } from '../../annotations/exchange/text-form.ts';
import { readStatementText } from '../statements.ts';
import { fileNames } from '../tagging/other-layers.ts';
import type { ExchangeRooms } from './rooms.ts';

/** Finds where documents of one import belong among those below a folder. */
export function belongingsIn({ client }: Pick<ExchangeRooms, 'client'>, base: vscode.Uri): Belongings {
  const below = (path: string) => (path === '' ? base : vscode.Uri.joinPath(base, path));
  return new Belongings({
    filesIn: async (folder) => fileNames(below(folder)),
    async text(path, form) {
      const uri = below(path);
      const text = (await readStatementText(uri))?.replace(/^\ufeff/, '');
      if (text === undefined || form === 'raw') return text;
      const facts = await client.statementFacts(uri, text);
      return facts ? cleanText(text, facts).text : undefined;
    },
  });
}
